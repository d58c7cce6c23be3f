import Session, { ApiErrors } from 'm3api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, bot, startServer, texts } from './accounts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

type Params = Record<string, string | number>;
type Answer = Record<string, Record<string, unknown>>;

const open = (params: Params = {}) =>
  new Session(server.api, { formatversion: 2, ...params }, { userAgent: 'latchkey-tests', warn: () => {} });
type Client = ReturnType<typeof open>;

/** What the client's package for bot passwords does, request by request. */
async function signIn(session: Client, lgname = bot.name, lgpassword = bot.password) {
  const credentials = { action: 'login', lgname, lgpassword };
  const options = { method: 'POST', tokenType: 'login', tokenName: 'lgtoken' };
  const { login } = (await session.request(credentials, options)) as Answer;
  if (login?.result !== 'Success') return login;
  session.tokens.clear();
  session.defaultParams.assert = 'user';
  session.defaultParams.assertuser = login.lgusername as string;
  return login;
}

async function whoami(session: Client) {
  const { query } = (await session.request({ action: 'query', meta: 'userinfo' })) as Answer;
  return query?.userinfo;
}

async function signOut(session: Client) {
  const answer = await session.request({ action: 'logout' }, { method: 'POST', tokenType: 'csrf' });
  session.tokens.clear();
  session.defaultParams.assert = 'anon';
  delete session.defaultParams.assertuser;
  return answer;
}

const dialects = [1, 2].flatMap((formatversion) =>
  ['bc', 'plaintext', 'wikitext', 'html', 'raw', 'none'].map((errorformat) => ({ formatversion, errorformat })),
);

describe.each(dialects)('in %o', (dialect) => {
  it('signs in with a bot password and out', async () => {
    const session = open(dialect);
    expect(await signIn(session)).toEqual({ result: 'Success', lguserid: expect.any(Number), lgusername: 'Alice' });
    expect(await whoami(session)).toMatchObject({ name: 'Alice' });
    expect(await session.getToken('csrf', {})).toMatch(/^[0-9a-f]{40,}\+\\$/);
    expect(await signOut(session)).toEqual({});
    expect(await whoami(session)).toMatchObject({ id: 0 });
  });

  it('is told why a password is wrong', async () => {
    const login = await signIn(open(dialect), bot.name, 'z'.repeat(32));
    expect(login?.result).toBe('Failed');
    if (dialect.errorformat === 'bc') {
      expect(login?.reason).toBe(texts.wrongPassword);
    } else expect(login?.reason).toMatchObject({ code: 'wrongpassword' });
  });

  it('throws the errors of the API', async () => {
    const failure = await open(dialect)
      .request({ action: 'query', assert: 'user' })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiErrors);
    expect(failure).toMatchObject({ message: 'assertuserfailed', errors: [{ code: 'assertuserfailed' }] });
  });
});

it('repeats a request with a new token when the old one is bad', async () => {
  const session = open();
  await signIn(session);
  session.tokens.set('csrf', 'bad+\\');
  expect(await signOut(session)).toEqual({});
});

it('combines what is asked at once', async () => {
  const session = open();
  const [one, two] = (await Promise.all([
    session.request({ action: 'query', meta: new Set(['siteinfo']), siprop: new Set(['general']) }),
    session.request({ action: 'query', meta: new Set(['userinfo']), uiprop: new Set(['groups']) }),
  ])) as Answer[];
  expect(one).toBe(two);
  expect(one?.query).toMatchObject({ general: { sitename: 'Latchkey' }, userinfo: { groups: ['*'] } });
});

it('signs in with clientlogin, and creates an account', async () => {
  const session = open();
  const returnurl = 'http://localhost/';
  const login = { action: 'clientlogin', username: alice.name, password: alice.password, loginreturnurl: returnurl };
  const options = { method: 'POST', tokenType: 'login', tokenName: 'logintoken' };
  expect(await session.request(login, options)).toEqual({ clientlogin: { status: 'PASS', username: 'Alice' } });
  expect(await whoami(session)).toMatchObject({ name: 'Alice' });

  const password = 'S0me-Longer-One';
  const create = { action: 'createaccount', username: 'M3api made', password, retype: password };
  expect(
    await open().request(
      { ...create, createreturnurl: returnurl },
      { method: 'POST', tokenType: 'createaccount', tokenName: 'createtoken' },
    ),
  ).toEqual({ createaccount: { status: 'PASS', username: 'M3api made' } });
});
