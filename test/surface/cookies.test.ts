import { describe, expect, it } from 'vitest';
import { type ApiClient, alice, bot, get, newPassword, post, token, useServer } from './support.ts';

const server = useServer();
const open = () => server().client();

/** Sends a request; `Set-Cookie` lines by name, without the site's prefix. */
async function cookiesOf(
  client: ApiClient,
  sent: Parameters<ApiClient['request']>[0],
): Promise<Record<string, string>> {
  const response = await client.request(sent);
  const lines = response.headers.getSetCookie();
  return Object.fromEntries(lines.map((line) => [line.split('=')[0]?.replace('latchkey', ''), line]));
}

const ask = (type: string) => ({ query: { action: 'query', meta: 'tokens', type, format: 'json' } });

it.each(['login', 'createaccount'])('a token of type %s begins a session', async (type) => {
  const cookies = await cookiesOf(open(), ask(type));
  expect(Object.keys(cookies)).toEqual(['_session']);
  expect(cookies._session).toMatch(/^latchkey_session=\w{32}/);
  expect(cookies._session).toMatch(/; path=\/.*; HttpOnly$/);
  expect(cookies._session).not.toMatch(/expires|Max-Age/);
});

it('a visitor’s csrf token begins none', async () => {
  expect(await cookiesOf(open(), ask('csrf'))).toEqual({});
});

describe('a bot password', () => {
  const signIn = async (client: ApiClient) => {
    const lgtoken = await token(client, 'login');
    const body = { action: 'login', lgname: bot.name, lgpassword: bot.password, lgtoken, format: 'json' };
    return cookiesOf(client, { body });
  };

  it('sets one cookie, which goes when the bot logs out', async () => {
    const client = open();
    await token(client, 'login');
    const session = client.cookies.get('latchkey_session');
    const cookies = await signIn(client);
    expect(Object.keys(cookies)).toEqual(['_BPsession']);
    expect(cookies._BPsession).toMatch(/^latchkey_BPsession=\w{32}/);
    expect(client.cookies.get('latchkey_session')).toBe(session);

    const body = { action: 'logout', token: await token(client, 'csrf'), format: 'json' };
    const gone = await cookiesOf(client, { body });
    expect(gone._BPsession).toMatch(/^latchkey_BPsession=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0/);
    expect(await client.whoami()).toMatchObject({ id: 0 });
  });
});

describe('a main account', () => {
  const signIn = async (client: ApiClient, more = {}) => {
    const logintoken = await token(client, 'login');
    const own = { action: 'clientlogin', loginreturnurl: 'http://localhost/', logintoken, format: 'json' };
    return cookiesOf(client, { body: { ...own, username: alice.name, password: alice.password, ...more } });
  };

  it('gets a new session and lasting cookies', async () => {
    const client = open();
    await token(client, 'login');
    const before = client.cookies.get('latchkey_session');
    const cookies = await signIn(client);
    expect(Object.keys(cookies)).toEqual(['_session', 'UserID', 'UserName']);
    expect(client.cookies.get('latchkey_session')).not.toBe(before);
    expect(cookies.UserID).toMatch(/Max-Age=\d+/);
  });

  it.each(['rememberMe', 'action=login'])('gets a cookie that signs in again: %s', async (how) => {
    const client = open();
    if (how === 'rememberMe') await signIn(client, { rememberMe: '1' });
    else await client.login(alice.name, alice.password);
    expect([...client.cookies.keys()]).toEqual(
      expect.arrayContaining(['latchkey_session', 'latchkeyUserID', 'latchkeyUserName', 'latchkeyToken']),
    );
    client.cookies.delete('latchkey_session');
    expect(await client.whoami()).toMatchObject({ name: 'Alice' });
  });

  it('keeps its name when it logs out', async () => {
    const client = open();
    await signIn(client, { rememberMe: '1' });
    const body = { action: 'logout', token: await token(client, 'csrf'), format: 'json' };
    const gone = await cookiesOf(client, { body });
    for (const name of ['_session', 'UserID', 'Token']) expect(gone[name]).toContain(`${name}=deleted;`);
    expect(gone).not.toHaveProperty('UserName');
    expect(client.cookies.get('latchkeyUserName')).toBe('Alice');
  });
});

it('a new account is signed in nowhere', async () => {
  const client = open();
  await client.createAccount('New', newPassword);
  expect(await client.whoami()).toMatchObject({ id: 0 });
});

describe('errors', () => {
  it('have status 200 and name their code in a header', async () => {
    const response = await open().request({ query: { action: 'query', assert: 'user', format: 'json' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('MediaWiki-API-Error')).toBe('assertuserfailed');
    expect(response.headers.get('Retry-After')).toBeNull();
  });

  it('never come of the lag of a single database', async () => {
    expect(await get(open(), { action: 'query', maxlag: '-1' })).toEqual({ batchcomplete: '' });
  });
});

it('a bot password is recognised by its length and characters', async () => {
  const client = open();
  const lgtoken = await token(client, 'login');
  const short = { action: 'login', lgname: bot.name, lgpassword: bot.password.slice(1), lgtoken };
  expect(await post(client, short)).toMatchObject({ login: { result: 'Failed' } });
});
