import { describe, expect, it } from 'vitest';
import { type ApiParams, alice, at, bot, get, post, textAt, useServer } from './support.ts';

const server = useServer();

/** Clients that sign in without a token first, and what they send beside name and password. */
const clients: [string, ApiParams, ApiParams][] = [
  ['addwiki', {}, {}],
  ['mediawiki_api (Ruby)', {}, {}],
  ['WikiClientLibrary', { maxlag: '5' }, {}],
  ['mwoffliner', {}, { action: 'login', format: 'json' }],
  ['nodemw', { lgdomain: '' }, {}],
  ['mw.Api', {}, {}],
];

describe.each(clients)('%s', (_name, more, query) => {
  const login = (lgpassword: string) => ({ action: 'login', lgname: bot.name, lgpassword, ...more });

  it('is given a token, and signs in with it', async () => {
    const client = server().client();
    const first = await post(client, login(bot.password), query);
    expect(at(first, 'login', 'result')).toBe('NeedToken');
    const lgtoken = textAt(first, 'login', 'token');
    expect(at(await post(client, { ...login(bot.password), lgtoken }, query), 'login')).toEqual({
      result: 'Success',
      lguserid: expect.any(Number),
      lgusername: 'Alice',
    });
  });

  it('is told that token or password are wrong', async () => {
    const client = server().client();
    const lgtoken = textAt(await post(client, login('wrong'), query), 'login', 'token');
    expect(at(await post(client, { ...login('wrong'), lgtoken: 'wrong' }, query), 'login', 'result')).toBe(
      'WrongToken',
    );
    expect(at(await post(client, { ...login('wrong'), lgtoken }, query), 'login', 'result')).toBe('Failed');
  });
});

it('refuses a token that belongs to no session', async () => {
  const lgtoken = textAt(await post(server().client(), { action: 'login', lgname: bot.name }), 'login', 'token');
  const other = { action: 'login', lgname: bot.name, lgpassword: bot.password, lgtoken };
  expect(at(await post(server().client(), other), 'login')).toEqual({ result: 'Failed', reason: expect.any(String) });
});

it('aborts the second sign-in of a bot', async () => {
  const client = server().client();
  await client.login(bot.name, bot.password);
  expect(at(await post(client, { action: 'login', lgname: bot.name }), 'login', 'result')).toBe('Aborted');
});

it('takes the application with the password instead of the name', async () => {
  const client = server().client();
  expect(await client.login(alice.name, `reader@${bot.password}`)).toMatchObject({ result: 'Success' });
  expect(client.cookies.has('latchkey_BPsession')).toBe(true);
});

it('lets Ruby learn the parameters of a sign-up', async () => {
  const answer = await get(server().client(), { action: 'paraminfo', modules: 'createaccount' });
  const parameters = at(answer, 'paraminfo', 'modules', 0, 'parameters') as { name: string }[];
  expect(parameters.map(({ name }) => name)).toContain('requests');
});

it('tells WikiClientLibrary about the site and the account', async () => {
  const siprop = 'general|namespaces|namespacealiases|interwikimap|extensions|magicwords';
  const answer = await get(server().client(), {
    action: 'query',
    meta: 'siteinfo|userinfo',
    siprop,
    uiprop: 'blockinfo|groups|hasmsg|rights',
  });
  expect(Object.keys(at(answer, 'query') as object)).toEqual(
    expect.arrayContaining([...siprop.split('|'), 'userinfo']),
  );
});

it('does not log out by GET without a token, as go-mwclient and MediaWiki::Bot try', async () => {
  const client = server().client();
  await client.login(bot.name, bot.password);
  expect(at(await get(client, { action: 'logout' }), 'error', 'code')).toBe('missingparam');
  expect(await client.whoami()).toMatchObject({ name: 'Alice' });
});
