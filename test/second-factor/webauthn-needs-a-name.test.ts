import { expect, test } from 'vitest';
import { WEBAUTHN } from './keys.ts';
import { formsOf, signedIn, useServer, withPassword } from './support.ts';

const server = useServer();

test('where the site is a bare address, no keys are offered', async () => {
  expect(server().url).toContain('127.0.0.1');
  const forms = await formsOf(await signedIn(server()), 'change');
  expect(forms.map(({ id }) => id)).not.toContain(WEBAUTHN);
  expect(forms.map(({ id }) => id)).toContain('TwoFactorAuthenticationRequest');
});

test('an account whose key cannot be asked for there is not let in without it', async () => {
  const { accounts, stores } = server().services;
  const alice = await accounts.byName('Alice');
  const data = JSON.stringify({ credentialId: 'AAAA', publicKey: 'AAAA', counter: 0, transports: [] });
  await stores.factors.add({ userId: alice?.id ?? 0, kind: 'webauthn', name: '', data, createdAt: 0 });
  const log: string[] = [];
  server().services.log.error = (_fields, text) => void log.push(text);
  expect((await withPassword(server(), 'Alice')).answer).toMatchObject({
    status: 'FAIL',
    messagecode: 'oathauth-unusable',
  });
  expect(log).toHaveLength(1);
});
