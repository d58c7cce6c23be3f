// Example 3 of API:Account creation and example 2 of API:Login, step for step over HTTP: a CAPTCHA, an OpenID provider in
// a process of its own, and a second factor.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { decodeBase32 } from '../../src/base/base32.ts';
import { codeOf, stepAt } from '../../src/providers/totp/code.ts';
import type { ApiClient } from '../../src/testing/index.ts';
import { type Answer, begin, brought, browse, goOn, type OidcSetup, startOidc } from '../oidc/setup.ts';

let oidc: OidcSetup;
beforeAll(async () => {
  oidc = await startOidc({
    captcha: { kind: 'simple', badSignIn: { perAddress: { count: 2, seconds: 300 } } },
    totp: { offerAtCreation: true },
  });
});
afterAll(() => oidc.close());
beforeEach(() => oidc.server.reset());

const SKIP = 'MediaWiki\\Auth\\ButtonAuthenticationRequest:skip2FASetup';

/** Fetches the fields and solves the CAPTCHA among them. */
async function solvedCaptcha(client: ApiClient, action: 'login' | 'create'): Promise<Record<string, string>> {
  const info = (await client.get({ action: 'query', meta: 'authmanagerinfo', amirequestsfor: action })) as {
    query: { authmanagerinfo: { requests: { id: string; fields: { captchaId?: { value: string } } }[] } };
  };
  const { requests } = info.query.authmanagerinfo;
  expect(requests.map(({ id }) => id)).toContain('OpenIdConnectAuthenticationRequest:example');
  const captchaId = requests.find(({ id }) => id === 'CaptchaAuthenticationRequest')?.fields.captchaId?.value ?? '';
  return { captchaId, captchaWord: oidc.server.captchaAnswer(client, captchaId) ?? '' };
}

/** Fields → CAPTCHA and choice of the provider → the provider and back → what comes after it. */
async function untilSetUp(client: ApiClient, username: string) {
  const { token, answer } = await begin(client, 'create', { username, ...(await solvedCaptcha(client, 'create')) });
  expect(answer).toMatchObject({
    status: 'REDIRECT',
    requests: [{ id: 'OpenIdConnectResponseAuthenticationRequest', required: 'required' }],
  });
  const back = brought(await browse(answer.redirecttarget as string));
  const setUp = (await goOn(client, 'create', token, back)) as Answer & {
    requests: { id: string; metadata: { secret: string } }[];
  };
  expect(setUp.status).toBe('UI');
  expect(setUp.requests.map(({ id }) => id)).toEqual(['TwoFactorAuthenticationRequest', SKIP]);
  return { token, secret: setUp.requests[0]?.metadata.secret ?? '' };
}

const codeFor = (secret: string, offset: number): string =>
  codeOf(decodeBase32(secret) as Uint8Array, stepAt(oidc.server.clock.now()) + offset);

it('makes an account with a CAPTCHA, an OpenID provider and a second factor, and signs in by all of them', async () => {
  const client = oidc.server.client();
  const { token, secret } = await untilSetUp(client, 'Ada');
  expect(await goOn(client, 'create', token, { code: codeFor(secret, -1) })).toEqual({
    status: 'PASS',
    username: 'Ada',
  });

  const visitor = oidc.server.client();
  for (let attempt = 0; attempt < 2; attempt++) {
    expect(await visitor.clientLogin('Grace', 'wrong')).toMatchObject({ messagecode: 'wrongpassword' });
  }
  expect((await begin(visitor, 'login')).answer).toMatchObject({ status: 'FAIL', messagecode: 'wrongpassword' });
  const login = await begin(visitor, 'login', await solvedCaptcha(visitor, 'login'));
  expect(login.answer.status).toBe('REDIRECT');
  const back = brought(await browse(login.answer.redirecttarget as string));
  const second = await goOn(visitor, 'login', login.token, back);
  expect(second).toMatchObject({ status: 'UI', messagecode: 'oathauth-auth-ui' });
  expect(await goOn(visitor, 'login', login.token, { code: codeFor(secret, 1) })).toEqual({
    status: 'PASS',
    username: 'Ada',
  });
  expect(await visitor.whoami()).toMatchObject({ name: 'Ada' });
});

it('lets the second factor be skipped', async () => {
  const client = oidc.server.client();
  const { token } = await untilSetUp(client, 'Ada');
  expect(await goOn(client, 'create', token, { skip2FASetup: '1' })).toEqual({ status: 'PASS', username: 'Ada' });
});

it('asks for the CAPTCHA before the provider', async () => {
  const { answer } = await begin(oidc.server.client(), 'create', { username: 'Ada' });
  expect(answer).toMatchObject({ status: 'FAIL', messagecode: 'captcha-createaccount-fail' });
});
