import { Mwn, MwnError } from 'mwn';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { bot as account, alice, startServer, texts } from './accounts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  return () => vi.restoreAllMocks();
});

const options = (password = account.password) => ({
  apiUrl: server.api,
  username: account.name,
  password,
  silent: true,
  retryPause: 1,
});

it('signs in with a bot password, learns about the wiki, and signs out', async () => {
  const bot = await Mwn.init(options());
  expect(await bot.userinfo()).toMatchObject({ name: 'Alice' });
  expect(bot.csrfToken).toMatch(/^[0-9a-f]{40,}\+\\$/);
  expect(new bot.Title('user talk:alice').toText()).toBe('User talk:Alice');
  await bot.logout();
  expect(await bot.userinfo()).toMatchObject({ anon: true, id: 0 });
});

it('reports a wrong password', async () => {
  const failure = await Mwn.init(options('z'.repeat(32))).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(MwnError);
  expect(failure).toMatchObject({
    code: 'mwn_failedlogin',
    message: `Failed: ${texts.wrongPassword}`,
  });
});

it('knows that it is signed in already', async () => {
  const bot = await Mwn.init(options());
  await expect(bot.login()).rejects.toThrow('Already logged in as Alice@reader, logout first to re-login');
});

it('fetches a new token when its own is bad', async () => {
  const bot = await Mwn.init(options());
  bot.csrfToken = 'bad+\\';
  await bot.logout();
  expect(bot.loggedIn).toBe(false);
  expect(await bot.userinfo()).toMatchObject({ id: 0 });
});

it('signs in again when an assertion fails', async () => {
  const bot = await Mwn.init({ ...options(), defaultParams: { assert: 'user' } });
  await server.reset();
  expect(await bot.userinfo()).toMatchObject({ name: 'Alice' });
});

it('sends long fields as multipart, and lists that contain a bar', async () => {
  const bot = await Mwn.init(options());
  const long = 'x'.repeat(8001);
  const checked = (await bot.request({ action: 'checktoken', type: 'csrf', token: long })) as Record<string, unknown>;
  expect(checked.checktoken).toEqual({ result: 'invalid' });
  const { query } = await bot.query({ list: 'users', ususers: ['Alice', 'A|B'] });
  expect(query).toEqual({
    users: [
      { name: 'A|B', invalid: true },
      { userid: expect.any(Number), name: 'Alice' },
    ],
  });
});

it('creates an account', async () => {
  const bot = new Mwn(options());
  expect(await bot.createAccount('Mwn made', 'S0me-Longer-One')).toEqual({ status: 'PASS', username: 'Mwn made' });
  const twice = await bot.createAccount('Mwn made', 'S0me-Longer-One').catch((error: unknown) => error);
  expect(twice).toBeInstanceOf(MwnError);
  expect(twice).toMatchObject({ code: 'userexists' });
});

it('signs in with the password of the account', async () => {
  const bot = await Mwn.init({ ...options(alice.password), username: alice.name });
  expect(await bot.userinfo()).toMatchObject({ name: 'Alice' });
});
