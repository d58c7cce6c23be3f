import { expect, test } from 'vitest';
import type { Behaviour } from './authenticator.ts';
import { accountWithKey, infoIn, ORIGIN, WEBAUTHN } from './keys.ts';
import { formsOf, RETURN, useServer, withPassword } from './support.ts';

const server = useServer({ http: { publicUrl: ORIGIN }, webauthn: { passwordless: true } });

async function signInBy(key: Awaited<ReturnType<typeof accountWithKey>>, behaviour: Behaviour = {}, info?: string) {
  const client = server().client();
  const credential = key.get(info ?? infoIn(await formsOf(client, 'login')), behaviour);
  const logintoken = await client.token('login');
  const params = { action: 'clientlogin', loginreturnurl: RETURN, logintoken, credential };
  return { client, answer: (await client.post(params)).clientlogin };
}

test('a passkey signs in alone, and no other factor is asked for', async () => {
  const key = await accountWithKey(server());
  const { client, answer } = await signInBy(key);
  expect(answer).toEqual({ status: 'PASS', username: 'Alice' });
  expect(await client.whoami()).toMatchObject({ name: 'Alice' });
});

test('the form for it stands beside the password', async () => {
  const forms = await formsOf(server().client(), 'login');
  expect(forms.map(({ id, required }) => [id, required])).toEqual(
    expect.arrayContaining([
      [WEBAUTHN, 'primary-required'],
      ['MediaWiki\\Auth\\PasswordAuthenticationRequest', 'primary-required'],
    ]),
  );
  expect((await withPassword(server(), 'Sam')).answer).toMatchObject({ status: 'PASS' });
});

test('a passkey that did not check its owner is not enough', async () => {
  const key = await accountWithKey(server());
  const { answer } = await signInBy(key, { verifies: false });
  expect(answer).toMatchObject({ status: 'FAIL', messagecode: 'webauthn-sign-in-failed' });
});

test('neither a replayed challenge nor one made for a second factor signs in', async () => {
  const key = await accountWithKey(server());
  const info = infoIn(await formsOf(server().client(), 'login'));
  expect((await signInBy(key, {}, info)).answer).toMatchObject({ status: 'PASS' });
  expect((await signInBy(key, {}, info)).answer).toMatchObject({ status: 'FAIL' });
  const { forms } = await withPassword(server(), 'Alice');
  expect((await signInBy(key, {}, infoIn(forms))).answer).toMatchObject({ status: 'FAIL' });
});

test('another origin is refused', async () => {
  const key = await accountWithKey(server());
  expect((await signInBy(key, { origin: 'http://localhost:8081' })).answer).toMatchObject({ status: 'FAIL' });
});
