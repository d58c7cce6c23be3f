import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Api } from '../../src/client/index.ts';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, clientOf, failureOf, startServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const preferences = async (api: Api) =>
  (await api.get({ action: 'query', meta: 'userinfo', uiprop: 'options' })).query?.userinfo?.options;

test.each([true, false])('preferences are saved together and one by one (useUS %s)', async (useUS) => {
  const api = clientOf(server.api, { useUS });
  await api.login(alice.name, alice.password);
  await api.saveOptions({ gender: 'female', nickname: 'A|B', language: 'de' });
  expect(await preferences(api)).toMatchObject({ gender: 'female', nickname: 'A|B', language: 'de' });
  await Promise.all([
    api.saveOption('gender', null),
    api.saveOption('nickname', 'last'),
    api.saveOption('nickname', 'x'),
  ]);
  expect(await preferences(api)).toMatchObject({ gender: 'unknown', nickname: 'x' });
});

test('who is not signed in has none', async () => {
  expect(await failureOf(clientOf(server.api).saveOption('gender', 'male'))).toEqual(['notloggedin']);
});

test('texts of the interface are fetched, as many as asked for', async () => {
  const api = clientOf(server.api);
  expect(await api.getMessages('wrongpassword')).toEqual({ wrongpassword: expect.any(String) });
  const unknown = Array.from({ length: 70 }, (_, index) => `no-such-text-${index}`);
  const german = await api.getMessages([...unknown, 'wrongpassword'], { amlang: 'de' });
  expect(Object.keys(german)).toEqual(['wrongpassword']);
});
