import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Api, CookieJar } from '../../src/client/index.ts';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, bot, clientOf, failureOf, serve, startServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

test('a token is asked for once and kept', async () => {
  const api = clientOf(server.api);
  const first = api.getToken('csrf');
  expect(api.getToken('csrf')).toBe(first);
  // Names of former times mean the same token.
  expect(api.getToken('edit')).toBe(first);
  expect(await api.getEditToken()).toBe('+\\');
  api.badToken('csrf');
  expect(api.getToken('csrf')).not.toBe(first);
});

test('clients with one cookie jar share tokens, others do not', async () => {
  const jar = new CookieJar();
  const [one, same, other] = [jar, jar, true].map((cookies) => clientOf(server.api, { cookies })) as [Api, Api, Api];
  expect(await same.getToken('login')).toBe(await one.getToken('login'));
  expect(await other.getToken('login')).not.toBe(await one.getToken('login'));
});

test('a type that the API does not know is token-missing', async () => {
  const [code, answer] = await failureOf(clientOf(server.api).getToken('nonsense'));
  expect(code).toBe('token-missing');
  expect(answer).toMatchObject({ warnings: { tokens: expect.anything() } });
});

test('a failure to get a token is not kept', async () => {
  const api = clientOf(server.api);
  expect((await failureOf(api.getToken('csrf', 'user')))[0]).toBe('assertuserfailed');
  expect(await api.getToken('csrf')).toBe('+\\');
});

test('an answer without a query is query-missing', async () => {
  const url = await serve((_request, response) => response.end('{}'));
  expect((await failureOf(clientOf(url).getToken('csrf')))[0]).toBe('query-missing');
});

test('a post with a token that has become bad is sent once more with a new one', async () => {
  const api = clientOf(server.api);
  // That of nobody, which no longer fits once somebody is signed in.
  const stale = await api.getToken('csrf');
  await api.login(alice.name, alice.password);
  const change = { action: 'options', optionname: 'gender', optionvalue: 'female' } as const;
  expect(await api.postWithToken('csrf', change)).toMatchObject({ options: 'success' });
  expect(await api.getToken('csrf')).not.toBe(stale);
  expect(await api.postWithEditToken({ action: 'logout' })).toEqual({});
});

test('it is not sent a third time', async () => {
  let posts = 0;
  const url = await serve((request, response) => {
    if (request.method === 'POST') posts += 1;
    const bad = { error: { code: 'badtoken', info: 'Invalid CSRF token.' } };
    response.end(JSON.stringify(request.method === 'POST' ? bad : { query: { tokens: { csrftoken: 't' } } }));
  });
  expect((await failureOf(clientOf(url).postWithToken('csrf', { action: 'logout' })))[0]).toBe('badtoken');
  expect(posts).toBe(2);
});

test('other errors of a post with a token are handed on with all arguments', async () => {
  const api = clientOf(server.api);
  await api.login(bot.name, bot.password);
  const args = await failureOf(
    api.postWithToken('csrf', { action: 'options', reset: true, assertuser: 'Nobody else' }),
  );
  expect(args).toEqual(['assertnameduserfailed', expect.anything(), expect.anything(), expect.anything()]);
});
