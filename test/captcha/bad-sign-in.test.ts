import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { asked, BOT_PASSWORD, captchaServer, clientFrom, PASSWORD, question, signIn, solved } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await captchaServer({
    kind: 'simple',
    badSignIn: { perAccount: { count: 5, seconds: 600 } },
    allowedAddresses: ['192.0.2.0/24'],
    wrongAnswers: { perAddress: [], perAccount: [] },
  });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

/** Fails to sign in so often. */
async function fail(address: string, times: number, name = 'Alice'): Promise<void> {
  for (let n = 0; n < times; n++)
    expect(await signIn(clientFrom(server, address), name, 'wrong')).toBe('wrongpassword');
}

test('nothing is asked before there were three failures from the address', async () => {
  await fail('198.51.100.1', 2);
  const client = clientFrom(server, '198.51.100.1');
  expect(await asked(client, 'login')).toBeNull();
  expect(await signIn(client, 'Alice', PASSWORD)).toBe('PASS');
});

test('after three failures from the address every sign-in needs an answer, and a wrong one looks like a wrong password', async () => {
  await fail('198.51.100.1', 3, 'Nobody at all');
  const client = clientFrom(server, '198.51.100.1');
  const { fields } = await question(client, 'login');
  expect(fields.captchaInfo?.label).toMatch(/guessing of passwords/);
  expect(await signIn(client, 'Alice', PASSWORD)).toBe('wrongpassword');
  const wrong = { ...(await solved(server, client, 'login')), captchaWord: '999' };
  expect(await signIn(client, 'Alice', PASSWORD, wrong)).toBe('wrongpassword');
  expect(await signIn(client, 'Alice', 'wrong', await solved(server, client, 'login'))).toBe('wrongpassword');
  expect(await signIn(client, 'Alice', PASSWORD, await solved(server, client, 'login'))).toBe('PASS');
});

test('IPv6 addresses count by their /64, other addresses are not asked', async () => {
  await fail('2001:db8::1', 3);
  expect(await asked(clientFrom(server, '2001:db8::ffff'), 'login')).not.toBeNull();
  expect(await asked(clientFrom(server, '2001:db8:0:1::1'), 'login')).toBeNull();
});

test('success does not clear the count of the address; time does', async () => {
  await fail('198.51.100.1', 3);
  const client = clientFrom(server, '198.51.100.1');
  expect(await signIn(client, 'Alice', PASSWORD, await solved(server, client, 'login'))).toBe('PASS');
  expect(await asked(clientFrom(server, '198.51.100.1'), 'login')).not.toBeNull();
  server.clock.advance(300_001);
  expect(await asked(clientFrom(server, '198.51.100.1'), 'login')).toBeNull();
});

test('the old login with the main password always fails then; a bot password is not asked', async () => {
  await fail('198.51.100.1', 3);
  const client = clientFrom(server, '198.51.100.1');
  expect(await client.login('Alice', PASSWORD)).toMatchObject({ result: 'Failed' });
  expect(await client.login('Alice@worker', BOT_PASSWORD)).toMatchObject({ result: 'Success' });
});

test('an account that was attacked from everywhere is asked, others are not', async () => {
  for (let n = 1; n <= 5; n++) await fail(`198.51.100.${n}`, 1, 'gina');
  const client = clientFrom(server, '203.0.113.1');
  expect(await asked(client, 'login')).toBeNull();
  expect(await signIn(client, 'Gina', PASSWORD)).toBe('wrongpassword');
  // From the first attempt on the session shows the question.
  expect(await asked(client, 'login')).not.toBeNull();
  expect(await asked(clientFrom(server, '203.0.113.1'), 'login')).toBeNull();
  expect(await signIn(clientFrom(server, '203.0.113.2'), 'Alice', PASSWORD)).toBe('PASS');
  expect(await signIn(client, 'Gina', PASSWORD, await solved(server, client, 'login'))).toBe('PASS');
});

test('the name that the browser kept shows the question of its account', async () => {
  for (let n = 1; n <= 5; n++) await fail(`198.51.100.${n}`, 1, 'Gina');
  const client = clientFrom(server, '203.0.113.1');
  client.cookies.set('latchkeyUserName', 'Gina');
  expect(await asked(client, 'login')).not.toBeNull();
  client.cookies.set('latchkeyUserName', 'Alice');
  expect(await asked(client, 'login')).toBeNull();
});

test('success clears the count of the account', async () => {
  for (let n = 1; n <= 4; n++) await fail(`198.51.100.${n}`, 1, 'Gina');
  expect(await signIn(clientFrom(server, '203.0.113.1'), 'Gina', PASSWORD)).toBe('PASS');
  await fail('198.51.100.9', 1, 'Gina');
  expect(await signIn(clientFrom(server, '203.0.113.1'), 'Gina', PASSWORD)).toBe('PASS');
});

test('addresses of the list are not asked at sign-in', async () => {
  await fail('192.0.2.9', 6);
  const client = clientFrom(server, '192.0.2.9');
  expect(await asked(client, 'login')).toBeNull();
  expect(await signIn(client, 'Alice', PASSWORD)).toBe('PASS');
});
