import { expect, test } from 'vitest';
import { BOT, fixtures, goOn, PASSWORD, RECOVERY, totpCode, useServer, withPassword } from './support.ts';

const server = useServer();

test('the password alone signs nobody in, the code does', async () => {
  const { client, answer, forms } = await withPassword(server());
  expect(answer).toMatchObject({ status: 'UI', messagecode: 'oathauth-auth-ui' });
  expect(forms.map(({ id, required, fields }) => [id, required, Object.keys(fields)])).toEqual([
    ['MediaWiki\\Extension\\OATHAuth\\Auth\\TOTPAuthenticationRequest', 'required', ['OATHToken']],
  ]);
  expect(await client.whoami()).toMatchObject({ id: 0 });
  expect(await goOn(client, { OATHToken: totpCode(server()) })).toEqual({ status: 'PASS', username: 'Dora' });
  expect(await client.whoami()).toMatchObject({ name: 'Dora' });
});

test('the field that the documentation names is taken too', async () => {
  const { client } = await withPassword(server());
  expect(await goOn(client, { code: totpCode(server()) })).toMatchObject({ status: 'PASS' });
});

test('a used code is answered exactly as a wrong one', async () => {
  const first = await withPassword(server());
  const code = totpCode(server());
  expect(await goOn(first.client, { OATHToken: code })).toMatchObject({ status: 'PASS' });
  const used = await goOn((await withPassword(server())).client, { OATHToken: code });
  const wrong = await goOn((await withPassword(server())).client, {
    OATHToken: code === '000000' ? '111111' : '000000',
  });
  const spent = await goOn((await withPassword(server())).client, { OATHToken: RECOVERY[0]?.toLowerCase() ?? '' });
  expect(used).toMatchObject({ status: 'UI', messagecode: 'oathauth-login-failed' });
  expect(wrong).toEqual(used);
  expect(spent).toEqual(used);
});

test('a recovery code may be typed into the same field, with spaces, once', async () => {
  const [code = ''] = RECOVERY;
  const spaced = code.replace(/.{4}/g, '$& ');
  expect(await goOn((await withPassword(server())).client, { OATHToken: spaced })).toMatchObject({ status: 'PASS' });
  const again = await goOn((await withPassword(server())).client, { OATHToken: code });
  expect(again).toMatchObject({ status: 'UI', messagecode: 'oathauth-login-failed' });
});

test('"keep me signed in" of the first step takes effect after the second', async () => {
  const { client } = await withPassword(server(), 'Dora', { rememberMe: '1' });
  expect(client.cookies.has('latchkeyToken')).toBe(false);
  await goOn(client, { OATHToken: totpCode(server()) });
  expect(client.cookies.has('latchkeyToken')).toBe(true);
});

test('action=login with the main password is aborted, and says what to use', async () => {
  const client = server().client();
  const answer = await client.login('Dora', PASSWORD);
  expect(answer).toMatchObject({
    result: 'Aborted',
    reason: expect.stringMatching(/clientlogin|BotPasswords|bot password/i),
  });
  expect(await client.whoami()).toMatchObject({ id: 0 });
});

test('a bot password needs no second factor', async () => {
  expect(await server().client().login('Dora@tool', BOT)).toMatchObject({ result: 'Success' });
});

test('a mailed temporary password does not go round the factor', async () => {
  const asking = server().client();
  await asking.post({ action: 'resetpassword', user: 'Dora', token: await asking.token() });
  await server().settled();
  const mail = server().mailbox.messages.find((message) => message.to.includes('dora@example.org'));
  const temporary = /(?:^|[^0-9a-v])([0-9a-v]{10})(?:$|[^0-9a-v])/m.exec(mail?.text ?? '')?.[1] ?? '';
  const client = server().client();
  const answer = await client.clientLogin('Dora', temporary);
  expect(answer).toMatchObject({ status: 'UI', messagecode: 'oathauth-auth-ui' });
  // Only then the new password is asked for.
  expect(await goOn(client, { password: 'another-good-one', retype: 'another-good-one' })).toMatchObject({
    messagecode: 'oathauth-login-failed',
  });
  expect(await goOn(client, { OATHToken: totpCode(server()) })).toMatchObject({
    status: 'UI',
    messagecode: 'resetpass-temp-emailed',
  });
});

test('a started sign-in keeps the password nowhere, and no key lies open in the stores', async () => {
  const kept: string[] = [];
  const { volatile, stores } = server().services;
  const set = volatile.set;
  volatile.set = async (key, value, ttl) => {
    kept.push(key, value);
    return set.call(volatile, key, value, ttl);
  };
  await withPassword(server());
  volatile.set = set;
  expect(kept.length).toBeGreaterThan(0);
  const dora = await server().services.accounts.byName('Dora');
  const everything = JSON.stringify([kept, await stores.factors.list(dora?.id ?? 0)]);
  for (const secret of [PASSWORD, fixtures.users?.[0]?.totp?.secret ?? '-', ...RECOVERY]) {
    expect(everything).not.toContain(secret);
  }
});
