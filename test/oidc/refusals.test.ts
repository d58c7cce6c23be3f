import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { begin, brought, browse, goOn, type OidcSetup, startOidc } from './setup.ts';

let oidc: OidcSetup;
beforeAll(async () => {
  oidc = await startOidc();
});
afterAll(() => oidc.close());
beforeEach(async () => {
  await oidc.server.reset();
  await oidc.control({ account: 'ada', mode: 'ok' });
});

const failed = { status: 'FAIL', messagecode: 'oidc-failed' };

async function away() {
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'login');
  return { client, token, target: answer.redirecttarget as string };
}

it('refuses return addresses that are not allowed, before any redirect', async () => {
  const login = await begin(oidc.server.client(), 'login', { loginreturnurl: 'https://evil.example/' });
  expect(login.error?.code).toBe('badurl_loginreturnurl');
  const create = await begin(oidc.server.client(), 'create', {
    createreturnurl: 'https://evil.example/',
    username: 'X',
  });
  expect(create.error?.code).toBe('badurl_createreturnurl');
});

it('refuses a state that was used before', async () => {
  const { client, token, target } = await away();
  const back = brought(await browse(target));
  expect(await goOn(client, 'login', token, back)).toMatchObject({ status: 'RESTART' });
  const again = await begin(client, 'login');
  expect(await goOn(client, 'login', again.token, back)).toMatchObject(failed);
});

it('lets one of 100 parallel uses of a state through', async () => {
  const { client, token, target } = await away();
  const back = brought(await browse(target));
  const answers = await Promise.all(Array.from({ length: 100 }, () => goOn(client, 'login', token, back)));
  expect(answers.filter(({ status }) => status === 'RESTART')).toHaveLength(1);
});

it('refuses another session', async () => {
  const { target } = await away();
  const back = brought(await browse(target));
  const thief = oidc.server.client();
  const { token } = await begin(thief, 'login');
  expect(await goOn(thief, 'login', token, back)).toMatchObject(failed);
});

it('refuses a code that the browser did not bring over the return page', async () => {
  const { client, token, target } = await away();
  const state = new URL(target).searchParams.get('state') as string;
  expect(await goOn(client, 'login', token, { code: 'made-up', state })).toMatchObject(failed);
});

it('refuses a made-up code', async () => {
  const { client, token, target } = await away();
  const back = brought(await browse(target));
  expect(await goOn(client, 'login', token, { ...back, code: 'made-up' })).toMatchObject(failed);
});

it('refuses the answer of another issuer', async () => {
  const { target } = await away();
  const state = new URL(target).searchParams.get('state') as string;
  const page = `${oidc.server.url}/wiki/Special:OpenIDConnectReturn`;
  const response = await fetch(`${page}?code=x&state=${state}&iss=https://evil.example`, { redirect: 'manual' });
  expect(response.status).toBe(400);
});

it('never redirects without a state of its own', async () => {
  const page = `${oidc.server.url}/w/index.php?title=Special:OpenIDConnectReturn`;
  const response = await fetch(`${page}&code=x&state=unknown&returnurl=https://evil.example`, { redirect: 'manual' });
  expect(response.status).toBe(400);
  expect(response.headers.get('location')).toBeNull();
});

it('takes the answer as a form post too', async () => {
  const { target } = await away();
  const state = new URL(target).searchParams.get('state') as string;
  const response = await fetch(`${oidc.server.url}/wiki/Special:OpenIDConnectReturn`, {
    method: 'POST',
    body: new URLSearchParams({ code: 'abc', state }),
    redirect: 'manual',
  });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toContain('code=abc');
});

it('says that the person said no', async () => {
  await oidc.control({ mode: 'deny' });
  const { client, token, target } = await away();
  const back = brought(await browse(target));
  expect(back.error).toBe('access_denied');
  expect(await goOn(client, 'login', token, back)).toMatchObject(failed);
});
