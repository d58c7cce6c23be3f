import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestServer, TestServerOptions } from '../../src/testing/index.ts';
import { codeOf, documented, FIXTURES } from './support.ts';

const EXPIRED = ['hard', 'soft'].map((passwordExpired) => ({
  name: `Expired ${passwordExpired}`,
  password: 'Exp1red-Password-X',
  passwordExpired: passwordExpired as 'hard' | 'soft',
}));
const fixtures = { users: [...FIXTURES.users, ...EXPIRED] };
const open = (config: TestServerOptions['config'] = {}) => documented({ fixtures, config });

let server: TestServer;
beforeAll(async () => {
  server = await open();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const BOT = ['Alice@reader', 'a1a1a1a1b2b2b2b2c3c3c3c3d4d4d4d4'] as const;
const MAIN = ['Alice', 'Al1ce-Wonder-Pw'] as const;

it('Success: a bot password, or the main one by default', async () => {
  for (const [name, password] of [BOT, MAIN]) {
    expect(await server.client().login(name, password)).toEqual({
      result: 'Success',
      lguserid: expect.any(Number),
      lgusername: 'Alice',
    });
  }
});
it('NeedToken: no token; the answer brings one', async () => {
  const client = server.client();
  const ask = async (lgtoken?: string) =>
    (await client.post({ action: 'login', lgname: MAIN[0], lgpassword: MAIN[1], lgtoken })).login as { token: string };
  const first = await ask();
  expect(first).toMatchObject({ result: 'NeedToken', token: expect.any(String) });
  expect(await ask(first.token)).toMatchObject({ result: 'Success' });
});
it('WrongToken: a token that is not the one of the session', async () => {
  const lgtoken = await server.client().token('login');
  expect(await server.client().login(...MAIN, { lgtoken })).toEqual({ result: 'WrongToken' });
});
it('Failed: a wrong name or password', async () => {
  const { reason } = (await server.client().login('Nobody', 'wrong')) as { reason: string };
  expect(reason).toContain('user name or the password is wrong');
  for (const [name, password] of [
    ['Alice', 'wrong'],
    ['Carol', 'wrong'],
    ['Alice@reader', 'w'.repeat(32)],
  ] as const) {
    expect(await server.client().login(name, password)).toEqual({ result: 'Failed', reason });
  }
  expect(await server.client().login('', '')).toMatchObject({ result: 'Failed' });
});
it('Failed: a session that is lost, or cookies that do not come back', async () => {
  const client = server.client();
  const lgtoken = await client.token('login');
  client.cookies.clear();
  expect(await client.post({ action: 'login', lgname: MAIN[0], lgpassword: MAIN[1], lgtoken })).toMatchObject({
    login: { result: 'Failed', reason: expect.stringContaining('begin again') },
  });
});
it('Aborted: the main password where bot passwords are asked for, with what to use instead', async () => {
  const own = await open({ login: { mainAccount: 'refuse' } });
  expect(await own.client().login(...MAIN)).toEqual({
    result: 'Aborted',
    reason: expect.stringContaining('Special:BotPasswords'),
  });
  expect(await own.client().login(...BOT)).toMatchObject({ result: 'Success' });
  await own.close();
});
it('Aborted: a second step would be needed, with what to use instead', async () => {
  for (const { name, password } of EXPIRED) {
    const client = server.client();
    expect(await client.login(name, password), name).toEqual({
      result: 'Aborted',
      reason: expect.stringContaining('clientlogin'),
    });
    expect(await client.whoami()).toMatchObject({ id: 0 });
  }
});
it('Throttled: too many attempts, with the seconds to wait', async () => {
  const own = await open({ throttles: { signIn: { perPair: [{ count: 1, seconds: 300 }] } } });
  await own.client().login('Alice', 'wrong');
  expect(await own.client().login(...MAIN)).toMatchObject({ result: 'Throttled', wait: 300 });
  await own.close();
});
it('mustpostparams: name and password may, the secrets may not stand in the query string', async () => {
  const client = server.client();
  const lgtoken = await client.token('login');
  const post = (query: Record<string, string>) => client.post({ action: 'login' }, query);
  expect(codeOf(await post({ lgpassword: 'x' }))).toBe('mustpostparams');
  expect(codeOf(await post({ lgtoken }))).toBe('mustpostparams');
});
it('has the documented parameters', async () => {
  const answer = await server.client().get({ action: 'paraminfo', modules: 'login|clientlogin' });
  expect(answer).toMatchObject({
    paraminfo: {
      modules: [
        {
          prefix: 'lg',
          writerights: true,
          mustbeposted: true,
          parameters: [{ name: 'name' }, { name: 'password' }, { name: 'domain' }, { name: 'token', required: false }],
        },
        {
          prefix: 'login',
          parameters: [
            { name: 'requests', lowlimit: 50, highlimit: 500 },
            { name: 'messageformat', type: ['html', 'none', 'raw', 'wikitext'], default: 'wikitext' },
            { name: 'mergerequestfields', type: 'boolean' },
            { name: 'preservestate', type: 'boolean' },
            { name: 'returnurl' },
            { name: 'continue', type: 'boolean' },
            { name: 'token', required: true, tokentype: 'login' },
          ],
          dynamicparameters: true,
        },
      ],
    },
  });
});
it('clientlogin answers PASS with the name', async () => {
  expect(await server.client().clientLogin(...MAIN)).toEqual({ status: 'PASS', username: 'Alice' });
});
it('assert=user and assert=bot tell who is not signed in, and who is no bot', async () => {
  const client = server.client();
  expect(codeOf(await client.get({ action: 'query', assert: 'user' }))).toBe('assertuserfailed');
  await client.clientLogin(...MAIN);
  expect(codeOf(await client.get({ action: 'query', assert: 'user' }))).not.toBe('assertuserfailed');
  expect(codeOf(await client.get({ action: 'query', assert: 'bot' }))).toBe('assertbotfailed');
});
