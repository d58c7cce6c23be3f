import { expect, test } from 'vitest';
import { goOn, totpCode, useServer, withPassword } from './support.ts';

const server = useServer({ totp: { signInForm: 'documented' } });

test('totp.signInForm=documented asks with the form that the documentation prints', async () => {
  const { client, forms } = await withPassword(server());
  expect(forms).toMatchObject([
    { id: 'TwoFactorAuthenticationRequest', metadata: {}, required: 'required', provider: '', account: '' },
  ]);
  expect(forms[0]?.fields).toMatchObject({ code: { type: 'string' } });
  expect(Object.keys(forms[0]?.fields ?? {})).toEqual(['code']);
  expect(await goOn(client, { code: totpCode(server()) })).toEqual({ status: 'PASS', username: 'Dora' });
});

test('the field that clients know is taken too', async () => {
  const { client } = await withPassword(server());
  expect(await goOn(client, { OATHToken: totpCode(server()) })).toMatchObject({ status: 'PASS' });
});
