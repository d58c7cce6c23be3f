import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiClient, createTestServer, type TestServer } from '../../src/testing/index.ts';

const BLOCKED = '203.0.113.66';
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({
    fixtures: {
      users: [{ name: 'Ann', password: 'Ann-Passw0rd-1', groups: ['sysop'] }],
      ipBlocks: [{ target: BLOCKED, reason: 'Spam', expiry: 'infinity', by: 'Ann', createAccountBlocked: true }],
    },
    config: { http: { trustedProxies: ['127.0.0.1'] }, accounts: { blockCookie: true } },
  });
});
afterAll(() => server.close());

const reasonOf = async (client: ApiClient): Promise<string | undefined> => {
  const answer = await client.get({ action: 'query', meta: 'userinfo', uiprop: 'blockinfo' });
  return (answer.query as { userinfo: { blockreason?: string } }).userinfo.blockreason;
};
const met = async (): Promise<ApiClient> => {
  const client = server.client();
  client.headers['X-Forwarded-For'] = BLOCKED;
  await client.whoami();
  client.headers['X-Forwarded-For'] = '198.51.100.7';
  return client;
};

test('a block follows a visitor to another address, and keeps from making accounts there', async () => {
  const client = await met();
  expect(await reasonOf(client)).toBe('Spam');
  const made = await client.createAccount('New One', 'Some-Passw0rd-1');
  expect(made.createaccount).toMatchObject({ status: 'FAIL', messagecode: 'blocked' });
});

test('signing in leaves the block of the address behind', async () => {
  const client = await met();
  await client.clientLogin('Ann', 'Ann-Passw0rd-1');
  expect(await reasonOf(client)).toBeUndefined();
  expect(client.cookies.has('latchkeyBlockID')).toBe(false);
});

test('a forged cookie blocks nobody', async () => {
  const client = server.client();
  client.cookies.set('latchkeyBlockID', '1!00');
  expect(await reasonOf(client)).toBeUndefined();
});
