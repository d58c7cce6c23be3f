import { expect, test } from 'vitest';
import type { FlowContext } from '../../src/auth/provider.ts';
import { mailCode, useCode } from '../../src/providers/email-code/code.ts';
import { type Form, goOn, PASSWORD, useServer, withPassword } from './support.ts';

const server = useServer({
  secondFactor: { emailCodeForUnknownDevice: true },
  throttles: { secondFactor: { perAccount: [{ count: 50, seconds: 60 }] } },
});

const DAY = 86_400_000;

async function mailed(to = 'alice@example.org'): Promise<string> {
  await server().settled();
  return /^(\d{8})$/m.exec(server().mailbox.last(to)?.text ?? '')?.[1] ?? 'no code';
}

const wrong = (code: string): string => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

test('an unknown device needs the mailed code', async () => {
  const { client, answer } = await withPassword(server(), 'Alice');
  expect(answer).toMatchObject({ status: 'UI', messagecode: 'emailauth-login-message' });
  const [form] = answer.requests as Form[];
  expect(form?.id).toBe('MediaWiki\\Extension\\EmailAuth\\EmailAuthAuthenticationRequest');
  expect(Object.keys(form?.fields ?? {})).toEqual(['token']);
  expect(JSON.stringify(answer)).not.toContain('alice@example.org');
  const code = await mailed();
  expect(await goOn(client, { token: wrong(code) })).toMatchObject({
    status: 'UI',
    messagecode: 'emailauth-login-failure',
  });
  expect(await goOn(client, { token: '' })).toMatchObject({ status: 'UI', messagecode: 'emailauth-login-failure' });
  expect(await goOn(client, { token: ` ${code} ` })).toEqual({ status: 'PASS', username: 'Alice' });
});

test('a device that was used before is known, until it was long away', async () => {
  const { client } = await withPassword(server(), 'Alice');
  await goOn(client, { token: await mailed() });
  await client.post({ action: 'logout', token: await client.token() });
  expect(await client.clientLogin('Alice', PASSWORD)).toMatchObject({ status: 'PASS' });
  server().clock.advance(179 * DAY);
  expect(await client.clientLogin('Alice', PASSWORD)).toMatchObject({ status: 'PASS' });
  server().clock.advance(181 * DAY);
  expect(await client.clientLogin('Alice', PASSWORD)).toMatchObject({ status: 'UI' });
});

test('it is known for the account that used it, and not when the cookie was changed', async () => {
  const { client } = await withPassword(server(), 'Alice');
  await goOn(client, { token: await mailed() });
  const cookie = client.cookies.get('latchkeyDevice') ?? '';
  expect(cookie).not.toBe('');
  const signIn = async (name: string, value: string) => {
    const other = server().client();
    other.cookies.set('latchkeyDevice', value);
    return other.clientLogin(name, PASSWORD);
  };
  expect(await signIn('Alice', cookie)).toMatchObject({ status: 'PASS' });
  expect(await signIn('Sam', cookie)).toMatchObject({ status: 'UI' });
  const sam = await server().services.accounts.byName('Sam');
  expect(await signIn('Sam', cookie.replace(/^\d+/, String(sam?.id)))).toMatchObject({ status: 'UI' });
  expect(
    await signIn(
      'Alice',
      cookie.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
    ),
  ).toMatchObject({ status: 'UI' });
});

test('signing out everywhere makes devices unknown', async () => {
  const { client } = await withPassword(server(), 'Alice');
  await goOn(client, { token: await mailed() });
  server().clock.advance(1000);
  const { accounts } = server().services;
  const alice = await accounts.byName('Alice');
  await accounts.update(alice?.id ?? 0, { sessionsValidFrom: server().clock.now() });
  expect(await client.clientLogin('Alice', PASSWORD)).toMatchObject({ messagecode: 'emailauth-login-message' });
});

test('after five wrong codes the right one is worthless', async () => {
  const { client } = await withPassword(server(), 'Alice');
  const code = await mailed();
  for (let i = 0; i < 5; i++) expect(await goOn(client, { token: wrong(code) })).toMatchObject({ status: 'UI' });
  expect(await goOn(client, { token: code })).toMatchObject({ status: 'FAIL', messagecode: 'emailauth-login-retries' });
});

test('the code of one sign-in does not do for another', async () => {
  const first = await withPassword(server(), 'Alice');
  const code = await mailed();
  const second = await withPassword(server(), 'Alice');
  expect(await goOn(second.client, { token: code })).toMatchObject({ status: 'UI' });
  expect(await goOn(first.client, { token: code })).toMatchObject({ status: 'PASS' });
});

test('of many uses of one code at once, one is taken', async () => {
  const { services, clock } = server();
  const alice = await services.accounts.byName('Alice');
  if (!alice) throw new Error('no Alice');
  const context = { services, actor: { address: '192.0.2.1' }, now: clock.now() } as unknown as FlowContext;
  const ticket = await mailCode(context, alice);
  const code = await mailed();
  const taken = await Promise.all(Array.from({ length: 5 }, () => useCode(context, alice, ticket, code)));
  expect(taken.filter((what) => what === 'right')).toHaveLength(1);
});

test('who has a second factor is not mailed, nor who has no confirmed address', async () => {
  expect((await withPassword(server(), 'Dora')).answer).toMatchObject({ messagecode: 'oathauth-auth-ui' });
  const { accounts } = server().services;
  const sam = await accounts.byName('Sam');
  await accounts.update(sam?.id ?? 0, { emailConfirmedAt: null });
  expect((await withPassword(server(), 'Sam')).answer).toMatchObject({ status: 'PASS' });
  await server().settled();
  expect(server().mailbox.messages).toEqual([]);
});
