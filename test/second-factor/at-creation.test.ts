import { expect, test } from 'vitest';
import { type Answer, type Form, goOn, PASSWORD, signedIn, totpCode, useServer, withPassword } from './support.ts';

const server = useServer({ totp: { offerAtCreation: true } });

async function created(client = server().client()) {
  const answer = ((await client.createAccount('Newcomer', PASSWORD)) as { createaccount: Answer }).createaccount;
  const more = async (fields: Record<string, string>): Promise<Answer> => {
    const createtoken = await client.token('createaccount');
    const next = await client.post({ action: 'createaccount', createcontinue: '1', createtoken, ...fields });
    return next.createaccount as Answer;
  };
  return { answer, forms: (answer.requests ?? []) as Form[], more };
}

test('a new account is asked as the documentation shows', async () => {
  const { answer, forms } = await created();
  expect(answer).toMatchObject({ status: 'UI' });
  expect(forms).toHaveLength(2);
  const [setUp, skip] = forms;
  expect(setUp).toMatchObject({
    id: 'TwoFactorAuthenticationRequest',
    required: 'optional',
    provider: '',
    account: '',
  });
  expect(setUp?.metadata).toEqual({
    account: 'Newcomer',
    secret: expect.stringMatching(/^[A-Z2-7]{4}( [A-Z2-7]{4})+$/),
  });
  expect(setUp?.fields).toMatchObject({ '2FAInfo': { type: 'null' }, code: { type: 'string' } });
  expect(Object.keys(setUp?.fields ?? {})).toEqual(['2FAInfo', 'code']);
  expect(skip).toMatchObject({
    id: 'MediaWiki\\Auth\\ButtonAuthenticationRequest:skip2FASetup',
    metadata: {},
    required: 'optional',
    provider: 'MediaWiki\\Auth\\ButtonAuthenticationRequest',
    account: 'MediaWiki\\Auth\\ButtonAuthenticationRequest:skip2FASetup',
    fields: { skip2FASetup: { type: 'button' } },
  });
});

test('its code sets the app up', async () => {
  const { forms, more } = await created();
  const secret = String(forms[0]?.metadata.secret);
  const wrong = await more({ code: 'nonsense' });
  expect(wrong).toMatchObject({ status: 'UI', messagecode: 'oathauth-login-failed' });
  expect((wrong.requests as Form[])[0]?.metadata.secret).toBe(secret);
  expect(await more({ code: totpCode(server(), 0, secret) })).toEqual({ status: 'PASS', username: 'Newcomer' });
  const { client, answer } = await withPassword(server(), 'Newcomer');
  expect(answer).toMatchObject({ status: 'UI', messagecode: 'oathauth-auth-ui' });
  expect(await goOn(client, { OATHToken: totpCode(server(), 1, secret) })).toMatchObject({ status: 'PASS' });
});

test('it can be skipped', async () => {
  const { more } = await created();
  expect(await more({ skip2FASetup: '1' })).toEqual({ status: 'PASS', username: 'Newcomer' });
  expect((await withPassword(server(), 'Newcomer')).answer).toMatchObject({ status: 'PASS' });
});

test('an account made for somebody else is not set up by its maker', async () => {
  const { answer } = await created(await signedIn(server(), 'Sam'));
  expect(answer).toEqual({ status: 'PASS', username: 'Newcomer' });
});
