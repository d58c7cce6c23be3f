import { expect, test } from 'vitest';
import { change, formsOf, goOn, remove, signedIn, totpCode, useServer, withPassword } from './support.ts';

const server = useServer();
const SET_UP = 'TwoFactorAuthenticationRequest';
const TOTP = 'MediaWiki\\Extension\\OATHAuth\\Auth\\TOTPAuthenticationRequest';
const RECOVERY = 'MediaWiki\\Extension\\OATHAuth\\Auth\\RecoveryCodesAuthenticationRequest';

async function enrolled() {
  const client = await signedIn(server());
  const form = (await formsOf(client, 'change')).find(({ id }) => id === SET_UP);
  const secret = String(form?.metadata.secret);
  const codes = String(form?.metadata.recoveryCodes).split(' ');
  const answer = await change(client, SET_UP, { code: totpCode(server(), 0, secret) });
  return { client, form, secret, codes, answer };
}

test('a signed-in account sets up an app over the API', async () => {
  const { form, secret, codes, answer } = await enrolled();
  expect(form).toMatchObject({ required: 'optional', metadata: { account: 'Alice' } });
  expect(secret).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/);
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  expect(answer).toMatchObject({ changeauthenticationdata: { status: 'success' } });

  const { client } = await withPassword(server(), 'Alice');
  // The code that set it up is used.
  expect(await goOn(client, { OATHToken: totpCode(server(), 0, secret) })).toMatchObject({ status: 'UI' });
  expect(await goOn(client, { OATHToken: totpCode(server(), 1, secret) })).toMatchObject({ status: 'PASS' });
  const later = await withPassword(server(), 'Alice');
  expect(await goOn(later.client, { OATHToken: codes[3] ?? '' })).toMatchObject({ status: 'PASS' });
});

test('its owner is told by mail', async () => {
  await enrolled();
  await server().settled();
  expect(server().mailbox.messages.map(({ to, subject }) => [to, /second factor/.test(subject)])).toEqual([
    ['alice@example.org', true],
  ]);
});

test('a wrong code sets nothing up, and the same key is shown again', async () => {
  const client = await signedIn(server());
  const before = (await formsOf(client, 'change')).find(({ id }) => id === SET_UP);
  expect(await change(client, SET_UP, { code: 'nonsense' })).toMatchObject({
    error: { code: 'oathauth-login-failed' },
  });
  const after = (await formsOf(client, 'change')).find(({ id }) => id === SET_UP);
  expect(after).toEqual(before);
  expect((await withPassword(server(), 'Alice')).answer).toMatchObject({ status: 'PASS' });
});

test('a form answered several times at once sets one key up', async () => {
  const client = await signedIn(server());
  const form = (await formsOf(client, 'change')).find(({ id }) => id === SET_UP);
  const code = totpCode(server(), 0, String(form?.metadata.secret));
  const answers = await Promise.all(Array.from({ length: 5 }, () => change(client, SET_UP, { code })));
  expect(answers.filter((answer) => 'changeauthenticationdata' in answer)).toHaveLength(1);
  const alice = await server().services.accounts.byName('Alice');
  const factors = await server().services.stores.factors.list(alice?.id ?? 0);
  expect(factors.filter(({ kind }) => kind === 'totp')).toHaveLength(1);
  expect(factors.filter(({ kind }) => kind === 'recovery-code')).toHaveLength(10);
});

test('nobody else is shown the same key', async () => {
  const [alice, sam] = await Promise.all(['Alice', 'Sam'].map((name) => signedIn(server(), name)));
  const keys = await Promise.all(
    [alice, sam].map(async (client) => (await formsOf(client as never, 'change')).find(({ id }) => id === SET_UP)),
  );
  expect(keys[0]?.metadata.secret).not.toBe(keys[1]?.metadata.secret);
});

test('visitors are offered nothing to set up or take off', async () => {
  const client = server().client();
  for (const action of ['change', 'remove', 'login', 'create']) {
    expect((await formsOf(client, action)).map(({ id }) => id)).not.toContain(SET_UP);
  }
});

test('taking the app off takes its recovery codes along', async () => {
  const { client } = await enrolled();
  expect((await formsOf(client, 'change')).map(({ id }) => id)).not.toContain(SET_UP);
  expect((await formsOf(client, 'remove')).map(({ id }) => id)).toEqual(expect.arrayContaining([TOTP, RECOVERY]));
  expect(await remove(client, TOTP)).toMatchObject({ removeauthenticationdata: { status: 'success' } });
  expect((await withPassword(server(), 'Alice')).answer).toMatchObject({ status: 'PASS' });
  const alice = await server().services.accounts.byName('Alice');
  expect(await server().services.stores.factors.list(alice?.id ?? 0)).toEqual([]);
});

test('taking it off needs a fresh sign-in', async () => {
  const { client } = await enrolled();
  for (let i = 0; i < 4; i++) {
    server().clock.advance(20 * 60_000);
    expect(await client.whoami()).toMatchObject({ name: 'Alice' });
  }
  expect(await remove(client, TOTP)).toMatchObject({ error: { code: 'reauthenticate' } });
});

test('new recovery codes replace the earlier ones', async () => {
  const { client, codes, secret } = await enrolled();
  const form = (await formsOf(client, 'change')).find(({ id }) => id === RECOVERY);
  const renewed = String(form?.metadata.recoveryCodes).split(' ');
  expect(renewed).toHaveLength(10);
  expect(await change(client, RECOVERY, { newRecoveryCodes: '1' })).toMatchObject({
    changeauthenticationdata: { status: 'success' },
  });
  const waiting = await withPassword(server(), 'Alice');
  expect(await goOn(waiting.client, { OATHToken: codes[0] ?? '' })).toMatchObject({ status: 'UI' });
  expect(await goOn(waiting.client, { OATHToken: renewed[0] ?? '' })).toMatchObject({ status: 'PASS' });
  expect(secret).not.toBe('');
});

test('a bot password cannot take a factor off', async () => {
  const client = server().client();
  await client.login('Dora@tool', 'b'.repeat(32));
  expect(await remove(client, TOTP)).toHaveProperty('error');
  expect((await withPassword(server())).answer).toMatchObject({ status: 'UI' });
});
