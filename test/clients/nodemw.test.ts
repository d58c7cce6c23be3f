import { promisify } from 'node:util';
import Nodemw from 'nodemw';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, bot, startServer, texts } from './accounts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  // The client writes failures to the console as well.
  const spy = vi.spyOn((console as unknown as { _stdout: NodeJS.WriteStream })._stdout, 'write');
  spy.mockImplementation(() => true);
  return () => vi.restoreAllMocks();
});

// Methods that the client has, but its types lack.
interface Client {
  logIn(name: string, password: string, done: (error: Error | null, data?: unknown) => void): void;
  whoami(done: (error: Error | null, data?: unknown) => void): void;
  getToken(title: string, action: string, done: (error: Error | null, data?: unknown) => void): void;
  createAccount(name: string, password: string, done: (data: unknown) => void): void;
  api: {
    call(
      params: object,
      done: (error: Error | null, info: unknown, next: unknown, data: unknown) => void,
      m: string,
    ): void;
  };
}

function open() {
  const { hostname, port } = new URL(server.api);
  const client = new Nodemw({
    protocol: 'http',
    server: hostname,
    port: Number(port),
    path: '/w',
  }) as unknown as Client;
  return {
    logIn: promisify(client.logIn.bind(client)),
    whoami: promisify(client.whoami.bind(client)),
    getToken: promisify(client.getToken.bind(client)),
    createAccount: (name: string, password: string) =>
      new Promise((resolve) => client.createAccount(name, password, resolve)),
    logOut: (token: string) =>
      new Promise((resolve, reject) =>
        client.api.call(
          { action: 'logout', token },
          (error, _info, _next, data) => (error ? reject(error) : resolve(data)),
          'POST',
        ),
      ),
  };
}

it('signs in with a bot password and out', async () => {
  const client = open();
  expect(await client.logIn(bot.name, bot.password)).toEqual({
    result: 'Success',
    lguserid: expect.any(Number),
    lgusername: 'Alice',
  });
  expect(await client.whoami()).toMatchObject({
    name: 'Alice',
    groups: ['*', 'user', 'autoconfirmed'],
    rights: expect.arrayContaining(['read']),
    editcount: 0,
  });
  const token = (await client.getToken('Main Page', 'edit')) as string;
  expect(token).toMatch(/^[0-9a-f]{40,}\+\\$/);
  expect(await client.logOut(token)).toEqual({});
  expect(await client.whoami()).toMatchObject({ id: 0, anon: '' });
});

it('reports a wrong password', async () => {
  await expect(open().logIn(bot.name, 'z'.repeat(32))).rejects.toThrow(
    `Logging in failed: Failed - ${texts.wrongPassword}`,
  );
});

it('reports an error of the API', async () => {
  await expect(open().logOut('bad')).rejects.toThrow(`Error returned by API: ${texts.badToken}`);
});

it('creates an account', async () => {
  const client = open();
  expect(await client.createAccount('Nodemw made', 'S0me-Longer-One')).toEqual({
    status: 'PASS',
    username: 'Nodemw made',
  });
  expect(await client.logIn('Nodemw made', 'S0me-Longer-One')).toMatchObject({ lgusername: 'Nodemw made' });
  expect(await client.createAccount(alice.name, 'S0me-Longer-One')).toMatchObject({
    status: 'FAIL',
    messagecode: 'userexists',
  });
});
