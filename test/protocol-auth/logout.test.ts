import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ fixtures: { users: [{ name: 'Ann', password: 'Ann-Passw0rd-1' }] } });
});
afterAll(() => server.close());

test('logging out takes the session cookie from a visitor too', async () => {
  const client = server.client();
  await client.token('login');
  expect(client.cookies.has('latchkey_session')).toBe(true);
  await client.post({ action: 'logout', token: '+\\' });
  expect(client.cookies.has('latchkey_session')).toBe(false);
});

test('a caller who must be taken for nobody ends no session', async () => {
  const client = server.client();
  await client.clientLogin('Ann', 'Ann-Passw0rd-1');
  expect(await client.post({ action: 'logout', token: '+\\' }, { origin: '*' })).toEqual({});
  expect((await client.whoami()).name).toBe('Ann');
});
