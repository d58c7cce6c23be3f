import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, bot, clientOf, failureOf, startServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

test.each([alice, bot])('login signs $name in', async ({ name, password }) => {
  const api = clientOf(server.api);
  expect((await api.login(name, password)).login).toMatchObject({ result: 'Success', lgusername: 'Alice' });
  expect(api.userName).toBe('Alice');
  const info = await api.getUserInfo();
  expect(info).toMatchObject({ name: 'Alice', groups: expect.arrayContaining(['user']) });
  expect(info.rights).toContain('read');
  await api.postWithEditToken({ action: 'logout' });
  expect(api.userName).toBeNull();
  expect(await api.getUserInfo()).toMatchObject({ id: 0 });
});

test('a refused login fails with the answer', async () => {
  const [code, answer] = await failureOf(clientOf(server.api).login(alice.name, 'wrong'));
  expect(code).toBe('unknown');
  expect(answer).toMatchObject({ login: { result: 'Failed', reason: expect.any(String) } });
  const thrown = async () => await clientOf(server.api).login(alice.name, 'wrong');
  await expect(thrown()).rejects.toThrow(/^unknown: The user name or the password is wrong/);
});

test('clientlogin works with a token of its own', async () => {
  const api = clientOf(server.api);
  const logintoken = await api.getToken('login');
  const { clientlogin } = await api.post({
    action: 'clientlogin',
    username: alice.name,
    password: alice.password,
    loginreturnurl: 'http://localhost/',
    logintoken,
  });
  expect(clientlogin).toEqual({ status: 'PASS', username: 'Alice' });
  expect((await api.getUserInfo()).name).toBe('Alice');
});

test('assertCurrentUser demands the user that the client knows', async () => {
  const api = clientOf(server.api);
  expect(api.assertCurrentUser({ action: 'query' })).toEqual({ action: 'query', assert: 'anon' });
  await api.login(alice.name, alice.password);
  const demand = api.assertCurrentUser({ action: 'query' } as const);
  expect(demand).toEqual({ action: 'query', assert: 'user', assertuser: 'Alice' });
  expect(await api.get(demand)).not.toHaveProperty('error');
  // The session ends behind the client's back.
  api.cookies?.clear();
  expect((await failureOf(api.get(demand)))[0]).toBe('assertuserfailed');
});
