import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { begin, brought, browse, goOn, type OidcSetup, RETURN, startOidc } from './setup.ts';

let oidc: OidcSetup;
beforeAll(async () => {
  oidc = await startOidc();
});
afterAll(() => oidc.close());
beforeEach(async () => {
  await oidc.server.reset();
  await oidc.control({ account: 'ada', mode: 'ok' });
});

async function makeAccount(name: string) {
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'create', { username: name });
  return goOn(client, 'create', token, brought(await browse(answer.redirecttarget as string)));
}

it('answers REDIRECT with the documented request', async () => {
  const { answer } = await begin(oidc.server.client(), 'login');
  expect(answer.status).toBe('REDIRECT');
  expect(answer.redirecttarget).toContain(`${oidc.issuer}/auth?`);
  expect(answer.requests).toMatchObject([
    {
      id: 'OpenIdConnectResponseAuthenticationRequest',
      required: 'required',
      metadata: {},
      account: '',
      fields: { code: { type: 'string' }, state: { type: 'string' } },
    },
  ]);
});

it('makes an account for a new identity, and signs in by it afterwards', async () => {
  expect(await makeAccount('Ada')).toEqual({ status: 'PASS', username: 'Ada' });
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'login');
  const passed = await goOn(client, 'login', token, brought(await browse(answer.redirecttarget as string)));
  expect(passed).toEqual({ status: 'PASS', username: 'Ada' });
  expect(await client.whoami()).toMatchObject({ name: 'Ada' });
});

it('offers an unknown identity to create an account with what was proved', async () => {
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'login');
  const restart = await goOn(client, 'login', token, brought(await browse(answer.redirecttarget as string)));
  expect(restart).toMatchObject({ status: 'RESTART', messagecode: 'oidc-no-account', canpreservestate: true });
  const info = await client.get({ action: 'query', meta: 'authmanagerinfo', amirequestsfor: 'create' });
  expect(info).toMatchObject({
    query: { authmanagerinfo: { haspreservedstate: true, hasprimarypreservedstate: true, preservedusername: '' } },
  });
  const made = await client.post({
    action: 'createaccount',
    createpreservestate: true,
    username: 'Ada Two',
    createreturnurl: RETURN,
    createtoken: await client.token('createaccount'),
  });
  expect(made).toMatchObject({ createaccount: { status: 'PASS', username: 'Ada Two' } });
  const user = await oidc.server.services.accounts.byName('Ada Two');
  expect(user).toMatchObject({ email: 'ada@id.example.org', emailConfirmedAt: null, realName: 'Name of ada' });
});

it('links what was proved to the account that signs in next', async () => {
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'login');
  await goOn(client, 'login', token, brought(await browse(answer.redirecttarget as string)));
  expect(await client.clientLogin('Grace', 'Gr4ce-Password-1', { loginpreservestate: true })).toMatchObject({
    status: 'PASS',
  });
  const other = oidc.server.client();
  const again = await begin(other, 'login');
  const back = brought(await browse(again.answer.redirecttarget as string));
  expect(await goOn(other, 'login', again.token, back)).toEqual({ status: 'PASS', username: 'Grace' });
});

it('links and unlinks a signed-in account', async () => {
  const client = oidc.server.client();
  await client.clientLogin('Grace', 'Gr4ce-Password-1');
  const token = await client.token();
  const start = await client.post({
    action: 'linkaccount',
    linkreturnurl: RETURN,
    linktoken: token,
    'oidc-example': '1',
  });
  const target = (start.linkaccount as { redirecttarget: string }).redirecttarget;
  const back = brought(await browse(target));
  expect(await client.post({ action: 'linkaccount', linkcontinue: true, linktoken: token, ...back })).toMatchObject({
    linkaccount: { status: 'PASS' },
  });
  const request = 'OpenIdConnectAuthenticationRequest:example';
  expect(await client.post({ action: 'unlinkaccount', request, token })).toMatchObject({
    unlinkaccount: { status: 'success' },
  });
  expect(await client.post({ action: 'unlinkaccount', request, token })).toMatchObject({
    error: { code: 'badrequest' },
  });
});

it('does not take the only way in away', async () => {
  await makeAccount('Ada');
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'login');
  await goOn(client, 'login', token, brought(await browse(answer.redirecttarget as string)));
  const request = 'OpenIdConnectAuthenticationRequest:example';
  expect(await client.post({ action: 'unlinkaccount', request, token: await client.token() })).toMatchObject({
    error: { code: 'link-last' },
  });
});

it('makes no second account for one identity', async () => {
  await makeAccount('Ada');
  expect(await makeAccount('Ada Again')).toMatchObject({ status: 'FAIL', messagecode: 'link-taken' });
  expect(await oidc.server.services.accounts.byName('Ada Again')).toBeNull();
});
