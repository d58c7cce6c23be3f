import { describe, expect, it } from 'vitest';
import {
  type ApiClient,
  type ApiParams,
  alice,
  ask,
  at,
  newPassword,
  stale,
  TOKEN,
  textAt,
  useServer,
} from './support.ts';

const server = useServer();

/** What the addresses of the two apps begin with. */
const apps: [string, ApiParams, string][] = [
  ['Wikipedia for Android', { format: 'json', formatversion: '2', errorformat: 'html', errorsuselocal: '1' }, 'html'],
  ['Commons app', { format: 'json', formatversion: '2', errorformat: 'plaintext', uselang: 'de' }, 'text'],
];

interface Request {
  readonly id: string;
  readonly metadata: Record<string, unknown>;
  readonly fields: Record<string, Record<string, unknown>>;
}

/** The apps read typed JSON: another type anywhere is an exception. */
function expectTyped(requests: readonly Request[]): void {
  expect(requests.length).toBeGreaterThan(0);
  for (const { id, metadata, fields } of requests) {
    expect(id).toBeTypeOf('string');
    for (const map of [metadata, fields]) expect(Array.isArray(map)).toBe(false);
    for (const value of Object.values(metadata)) expect(value).toBeTypeOf('string');
    for (const field of Object.values(fields)) {
      expect(field).toMatchObject({
        type: expect.any(String),
        label: expect.any(String),
        help: expect.any(String),
        optional: expect.any(Boolean),
        sensitive: expect.any(Boolean),
      });
      if ('value' in field) expect(field.value).toBeTypeOf('string');
    }
  }
}

describe.each(apps)('%s', (_name, common, text) => {
  const get = (client: ApiClient, query: ApiParams) => ask(client, { query: { ...common, ...query } });
  const post = (client: ApiClient, query: ApiParams, body: ApiParams) =>
    ask(client, { query: { ...common, ...query }, body });
  const loginToken = async (client: ApiClient) => {
    const query = { ...common, action: 'query', meta: 'tokens', type: 'login' };
    const headers = { 'Cache-Control': 'no-cache' };
    return textAt(await ask(client, { query, headers }), 'query', 'tokens', 'logintoken');
  };
  const signIn = async (client: ApiClient, body: ApiParams) => {
    const logintoken = await loginToken(client);
    const begin = 'logincontinue' in body ? {} : { loginreturnurl: 'https://example.org/w/api.php' };
    const answer = await post(client, { action: 'clientlogin', rememberMe: '' }, { ...begin, ...body, logintoken });
    return at(answer, 'clientlogin');
  };

  it('signs in, asks who it is, and signs out', async () => {
    const client = server().client();
    expect(await signIn(client, { username: alice.name, password: alice.password })).toEqual({
      status: 'PASS',
      username: 'Alice',
    });
    const uiprop = 'groups|blockinfo|editcount|latestcontrib|hasmsg|options';
    const who = await get(client, { action: 'query', meta: 'userinfo', uiprop, assert: 'user' });
    expect(at(who, 'query', 'userinfo')).toMatchObject({
      id: expect.any(Number),
      name: 'Alice',
      groups: expect.arrayContaining(['user']),
      editcount: 0,
      messages: false,
      options: expect.any(Object),
    });
    const csrf = await get(client, { action: 'query', meta: 'tokens' });
    const token = textAt(csrf, 'query', 'tokens', 'csrftoken');
    expect(token).toMatch(TOKEN);
    await post(client, { action: 'logout' }, { token });
    const lost = await get(client, { action: 'query', meta: 'userinfo', assert: 'user' });
    expect(lost).toMatchObject({ errors: [{ code: 'assertuserfailed', [text]: expect.any(String) }] });
  });

  it('reads a wrong password, and what the sign-in asks', async () => {
    const client = server().client();
    expect(await signIn(client, { username: alice.name, password: 'wrong' })).toMatchObject({
      status: 'FAIL',
      message: expect.any(String),
      messagecode: 'wrongpassword',
    });
    const info = await get(client, { action: 'query', meta: 'authmanagerinfo', amirequestsfor: 'login' });
    const requests = at(info, 'query', 'authmanagerinfo', 'requests') as Request[];
    expectTyped(requests);
    expect(requests.some(({ id }) => id.endsWith('PasswordAuthenticationRequest'))).toBe(true);
  });

  it('goes on after a UI answer, whose kind it knows by the end of its id', async () => {
    const client = server().client();
    const ui = await signIn(client, { username: stale.name, password: stale.password });
    expect(ui).toMatchObject({ status: 'UI', message: expect.any(String), messagecode: expect.any(String) });
    const requests = at(ui, 'requests') as Request[];
    expectTyped(requests);
    expect(requests[0]?.id).toMatch(/PasswordAuthenticationRequest$/);
    const next = { username: stale.name, password: newPassword, retype: newPassword, logincontinue: 'true' };
    expect(await signIn(client, next)).toEqual({ status: 'PASS', username: 'Stale' });
  });

  it('signs up', async () => {
    const client = server().client();
    const meta = { action: 'query', meta: 'authmanagerinfo|tokens', amirequestsfor: 'create', type: 'createaccount' };
    const start = await get(client, meta);
    expectTyped(at(start, 'query', 'authmanagerinfo', 'requests') as Request[]);
    const createtoken = textAt(start, 'query', 'tokens', 'createaccounttoken');
    const free = await get(client, { action: 'query', list: 'users', ususers: 'App made', usprop: 'groups|cancreate' });
    expect(at(free, 'query', 'users')).toEqual([{ name: 'App made', missing: true, cancreate: true }]);

    const fields = { username: 'App made', password: newPassword, retype: newPassword, createtoken };
    const create = { action: 'createaccount', createmessageformat: 'html' };
    const createreturnurl = 'https://example.org/';
    expect(await post(client, create, { ...fields, createreturnurl })).toEqual({
      createaccount: { status: 'PASS', username: 'App made' },
    });
    expect(await post(client, create, { ...fields, createreturnurl })).toMatchObject({
      createaccount: { status: 'FAIL', message: expect.any(String), messagecode: 'userexists' },
    });
    expect(await signIn(client, { username: 'App made', password: newPassword })).toMatchObject({ status: 'PASS' });
  });

  it('reads why a name cannot be used', async () => {
    const query = {
      action: 'query',
      meta: 'userinfo',
      list: 'users',
      ususers: 'Unknown user',
      usprop: 'groups|cancreate',
    };
    const answer = await get(server().client(), query);
    expect(at(answer, 'query', 'users')).toMatchObject([
      { missing: true, cancreate: false, cancreateerror: [{ code: 'invaliduser' }] },
    ]);
    expect(at(answer, 'query', 'userinfo')).toBeDefined();
  });

  it.each([
    ['badtoken', { action: 'logout' }, { token: 'bad' }],
    ['notloggedin', { action: 'changeauthenticationdata' }, { changeauthrequest: 'x', changeauthtoken: '+\\' }],
  ])('reads the error %s', async (code, query, body) => {
    const answer = await post(server().client(), query as ApiParams, body as ApiParams);
    expect(answer).toMatchObject({ errors: [{ code, [text]: expect.any(String) }] });
  });
});
