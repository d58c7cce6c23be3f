import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { begin, brought, browse, goOn, type OidcSetup, startOidc } from './setup.ts';

let oidc: OidcSetup;
beforeEach(async () => {
  oidc = await startOidc();
});
afterEach(() => oidc.close());

it('says so when the provider is down, and passwords still work', async () => {
  oidc.provider.kill('SIGKILL');
  const { answer } = await begin(oidc.server.client(), 'login');
  expect(answer).toMatchObject({ status: 'FAIL', messagecode: 'oidc-unavailable' });
  expect(await oidc.server.client().clientLogin('Grace', 'Gr4ce-Password-1')).toMatchObject({ status: 'PASS' });
});

it('gives up on a slow provider, and asks again later', async () => {
  await oidc.control({ mode: 'slow' });
  const { answer } = await begin(oidc.server.client(), 'login');
  expect(answer).toMatchObject({ status: 'FAIL', messagecode: 'oidc-unavailable' });
  await oidc.control({ mode: 'ok' });
  expect((await begin(oidc.server.client(), 'login')).answer.status).toBe('REDIRECT');
});

it('refuses an identity whose provider dies before the code is exchanged', async () => {
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'login');
  const back = brought(await browse(answer.redirecttarget as string));
  oidc.provider.kill('SIGKILL');
  expect(await goOn(client, 'login', token, back)).toMatchObject({ status: 'FAIL', messagecode: 'oidc-failed' });
});

it('refuses an identity that is signed with a key the provider does not publish', async () => {
  await oidc.control({ mode: 'wrong-key' });
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'login');
  const back = brought(await browse(answer.redirecttarget as string));
  expect(await goOn(client, 'login', token, back)).toMatchObject({ status: 'FAIL', messagecode: 'oidc-failed' });
});

it('refuses a code that has run out', async () => {
  await oidc.control({ codeSeconds: '1' });
  const client = oidc.server.client();
  const { token, answer } = await begin(client, 'login');
  const back = brought(await browse(answer.redirecttarget as string));
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(await goOn(client, 'login', token, back)).toMatchObject({ status: 'FAIL', messagecode: 'oidc-failed' });
});

it('takes the new key of a provider that changed it', async () => {
  const signIn = async () => {
    const client = oidc.server.client();
    const { token, answer } = await begin(client, 'login');
    return goOn(client, 'login', token, brought(await browse(answer.redirecttarget as string)));
  };
  expect(await signIn()).toMatchObject({ status: 'RESTART' });
  await oidc.restartProvider();
  // Keys are asked for again when one is unknown, but not more than once a minute.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect(await signIn()).toMatchObject({ status: 'RESTART' });
});
