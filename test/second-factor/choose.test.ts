import { expect, test } from 'vitest';
import { accountWithKey, addKey, infoIn, ORIGIN, SELECT, WEBAUTHN } from './keys.ts';
import { type Form, formsOf, goOn, RECOVERY, totpCode, useServer, withPassword } from './support.ts';

const server = useServer({ http: { publicUrl: ORIGIN } });
const TOTP = 'MediaWiki\\Extension\\OATHAuth\\Auth\\TOTPAuthenticationRequest';

/** Dora, who has an app, recovery codes, and now a key. */
async function doraWithKey() {
  const { client } = await withPassword(server());
  await goOn(client, { OATHToken: totpCode(server(), -2) });
  return addKey(client);
}

test('of several factors the app is asked for first, with the choice of another', async () => {
  await doraWithKey();
  const { forms } = await withPassword(server());
  expect(forms.map(({ id }) => id)).toEqual([TOTP, SELECT]);
  // pywikibot takes the first form with fields, which must have one.
  expect(Object.keys(forms[0]?.fields ?? {})).toEqual(['OATHToken']);
  expect(forms[1]?.metadata).toMatchObject({
    currentModule: 'totp',
    allowedModules: ['totp', 'webauthn', 'recoverycodes'],
  });
  expect(forms[1]?.fields.newModule).toMatchObject({ type: 'select', optional: true });
  expect(Object.keys(forms[1]?.fields.newModule?.options ?? {})).toEqual(['', 'webauthn', 'recoverycodes']);
});

test('the code still signs in without a choice', async () => {
  await doraWithKey();
  const { client } = await withPassword(server());
  expect(await goOn(client, { OATHToken: totpCode(server()) })).toMatchObject({ status: 'PASS' });
});

test('another factor can be chosen, and chosen back', async () => {
  const key = await doraWithKey();
  const { client } = await withPassword(server());
  const chosen = await goOn(client, { newModule: 'webauthn' });
  expect(chosen).toMatchObject({ status: 'UI', messagecode: 'webauthn-auth-ui' });
  expect((chosen.requests as Form[]).map(({ id }) => id)).toEqual([WEBAUTHN, SELECT]);
  const back = await goOn(client, { newModule: 'totp' });
  expect((back.requests as Form[]).map(({ id }) => id)).toEqual([TOTP, SELECT]);
  const again = await goOn(client, { newModule: 'webauthn' });
  const credential = key.get(infoIn(again.requests as Form[]));
  expect(await goOn(client, { credential })).toMatchObject({ status: 'PASS' });
});

test('newModule=totp, sent along with the code as the apps do, changes nothing', async () => {
  await doraWithKey();
  const { client } = await withPassword(server());
  expect(await goOn(client, { newModule: 'totp', OATHToken: totpCode(server()) })).toMatchObject({ status: 'PASS' });
});

test('a choice does not get round the throttle or the check', async () => {
  await doraWithKey();
  const { client } = await withPassword(server());
  for (const newModule of ['nonsense', 'email', 'password']) {
    expect(await goOn(client, { newModule })).toMatchObject({ status: 'UI', messagecode: 'oathauth-login-failed' });
  }
  expect(await client.whoami()).toMatchObject({ id: 0 });
});

test('recovery codes have a form of their own beside a key', async () => {
  await doraWithKey();
  const { client } = await withPassword(server());
  const chosen = await goOn(client, { newModule: 'recoverycodes' });
  expect(Object.keys((chosen.requests as Form[])[0]?.fields ?? {})).toEqual(['RecoveryCode']);
  expect(await goOn(client, { RecoveryCode: 'WRONGWRONGWRONG2' })).toMatchObject({ status: 'UI' });
  expect(await goOn(client, { RecoveryCode: RECOVERY[0] ?? '' })).toMatchObject({ status: 'PASS' });
});

test('an account with a key alone gets recovery codes with it', async () => {
  await accountWithKey(server());
  const { forms } = await withPassword(server(), 'Alice');
  expect(forms.map(({ id }) => id)).toEqual([WEBAUTHN, SELECT]);
  expect(forms[1]?.metadata.allowedModules).toEqual(['webauthn', 'recoverycodes']);
});

test('amirequestsfor=login-continue shows the same', async () => {
  await doraWithKey();
  const { client, forms } = await withPassword(server());
  expect(await formsOf(client, 'login-continue')).toEqual(forms);
});
