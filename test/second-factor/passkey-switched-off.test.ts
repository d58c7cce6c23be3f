import { expect, test } from 'vitest';
import { accountWithKey, infoIn, ORIGIN, WEBAUTHN } from './keys.ts';
import { formsOf, RETURN, useServer, withPassword } from './support.ts';

const server = useServer({ http: { publicUrl: ORIGIN } });

test('unless webauthn.passwordless is on, a key alone signs nobody in', async () => {
  const key = await accountWithKey(server());
  const client = server().client();
  expect((await formsOf(client, 'login')).map(({ id }) => id)).not.toContain(WEBAUTHN);
  const { forms } = await withPassword(server(), 'Alice');
  const params = { action: 'clientlogin', loginreturnurl: RETURN, credential: key.get(infoIn(forms)) };
  const answer = await client.post({ ...params, logintoken: await client.token('login') });
  expect(answer.clientlogin).toMatchObject({ status: 'FAIL', messagecode: 'authmanager-authn-no-primary' });
});
