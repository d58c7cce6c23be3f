import { expect, test } from 'vitest';
import { WEBAUTHN } from './keys.ts';
import { formsOf, signedIn, useServer } from './support.ts';

const server = useServer();

test('where the site is a bare address, no keys are offered', async () => {
  expect(server().url).toContain('127.0.0.1');
  const forms = await formsOf(await signedIn(server()), 'change');
  expect(forms.map(({ id }) => id)).not.toContain(WEBAUTHN);
  expect(forms.map(({ id }) => id)).toContain('TwoFactorAuthenticationRequest');
});
