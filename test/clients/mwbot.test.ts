import MWBot from 'mwbot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { bot, startServer, texts } from './accounts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const open = () => new MWBot({ apiUrl: server.api, silent: true });
const credentials = { username: bot.name, password: bot.password };
const whoami = (client: MWBot) => client.request({ action: 'query', meta: 'userinfo' });

it('signs in with a bot password and out', async () => {
  const client = open();
  expect(await client.login(credentials)).toMatchObject({
    result: 'Success',
    lgusername: 'Alice',
    sitename: 'Latchkey',
    generator: expect.stringMatching(/^MediaWiki \d+\.\d+/),
  });
  expect(await whoami(client)).toMatchObject({ query: { userinfo: { name: 'Alice' } } });
  expect(await client.getEditToken()).toMatchObject({ csrftoken: expect.stringMatching(/^[0-9a-f]{40,}\+\\$/) });
  await client.logout();
  expect(client.loggedIn).toBe(false);
  expect(await whoami(client)).toMatchObject({ query: { userinfo: { anon: '' } } });
});

it('reports a wrong password', async () => {
  const client = open();
  await expect(client.login({ ...credentials, password: 'z'.repeat(32) })).rejects.toThrow('Could not login: Failed');
  expect(client.loggedIn).toBe(false);
});

it('reports an error of the API', async () => {
  await expect(open().request({ action: 'logout', token: 'bad' })).rejects.toMatchObject({
    message: `badtoken: ${texts.badToken}`,
    code: 'badtoken',
  });
});

it('creates an account', async () => {
  const client = open();
  const { createaccounttoken } = await client.getCreateaccountToken();
  const password = 'S0me-Longer-One';
  expect(
    await client.request({
      action: 'createaccount',
      createtoken: createaccounttoken,
      createreturnurl: 'http://localhost/',
      username: 'Mwbot made',
      password,
      retype: password,
    }),
  ).toEqual({ createaccount: { status: 'PASS', username: 'Mwbot made' } });
  expect(await client.login({ username: 'Mwbot made', password })).toMatchObject({ result: 'Success' });
});
