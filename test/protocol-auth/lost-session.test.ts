import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiClient, createTestServer, type TestServer } from '../../src/testing/index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ config: { api: { compat: '1.39' } } });
});
afterAll(() => server.close());

const tryToken = async (client: ApiClient, lgtoken: string): Promise<unknown> =>
  ((await client.post({ action: 'login', lgname: 'A', lgpassword: 'b', lgtoken })).login as { result: string }).result;

test('a session that never knew a login token is lost, and the next wrong token is wrong', async () => {
  const fresh = server.client();
  expect([await tryToken(fresh, 'x'), await tryToken(fresh, 'x')]).toEqual(['Failed', 'WrongToken']);
  const creating = server.client();
  const token = await creating.token('createaccount');
  expect([await tryToken(creating, token), await tryToken(creating, token)]).toEqual(['Failed', 'WrongToken']);
});

test('a login token asked for beside or after another makes the session know them', async () => {
  const both = server.client();
  await both.get({ action: 'query', meta: 'tokens', type: 'createaccount|login' });
  expect(await tryToken(both, 'x')).toBe('WrongToken');
  const later = server.client();
  await later.token('createaccount');
  await later.token('login');
  expect(await tryToken(later, 'x')).toBe('WrongToken');
});

test('a refused login token of clientlogin starts a session', async () => {
  const client = server.client();
  await client.post({ action: 'clientlogin', loginreturnurl: 'http://example.org/', logintoken: 'x' });
  expect([...client.cookies.keys()]).toEqual(['latchkey_session']);
  expect(await tryToken(client, 'x')).toBe('WrongToken');
});
