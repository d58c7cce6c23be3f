import { describe, expect, it } from 'vitest';
import { alice, at, bot, get, post, signInBot, token, useServer } from './support.ts';

const server = useServer();

it('shows every property of the caller that clients read', async () => {
  const client = server().client();
  await client.clientLogin(alice.name, alice.password);
  const uiprop = [
    ...['blockinfo', 'hasmsg', 'groups', 'rights', 'options', 'editcount', 'ratelimits', 'realname', 'email'],
    ...['centralids', 'registrationdate', 'latestcontrib'],
  ].join('|');
  const answer = await get(client, { action: 'query', meta: 'userinfo', uiprop, formatversion: '2' });
  expect(answer).not.toHaveProperty('warnings');
  expect(at(answer, 'query', 'userinfo')).toMatchObject({
    groups: expect.any(Array),
    rights: expect.any(Array),
    options: expect.any(Object),
    editcount: 0,
    ratelimits: expect.any(Object),
    realname: '',
    email: 'Alice@example.org',
    centralids: { local: expect.any(Number) },
    registrationdate: expect.stringMatching(/Z$/),
  });
});

it('shows every property of others that clients read', async () => {
  const usprop = 'groups|cancreate|rights|editcount|registration|blockinfo|emailable|gender';
  const query = { action: 'query', list: 'users', ususers: 'Alice|Nobody|Evan', usprop, formatversion: '2' };
  const answer = await get(server().client(), query);
  expect(answer).not.toHaveProperty('warnings');
  expect(at(answer, 'query', 'users')).toMatchObject([
    { name: 'Alice', groups: ['*', 'user', 'autoconfirmed'], emailable: true, gender: 'unknown', editcount: 0 },
    { name: 'Nobody', missing: true, cancreate: true },
    { name: 'Evan', blockedby: 'Admin', blockreason: 'Test' },
  ]);
});

describe('assertions', () => {
  it.each([
    ['user', 'assertuserfailed', null],
    ['bot', 'assertbotfailed', 'assertbotfailed'],
    ['anon', null, 'assertanonfailed'],
  ])('assert=%s', async (assert, forVisitor, forBot) => {
    const client = server().client();
    const code = async () => at(await get(client, { action: 'query', assert }), 'error', 'code') ?? null;
    expect(await code()).toBe(forVisitor);
    await signInBot(client);
    expect(await code()).toBe(forBot);
  });
});

it('checks tokens', async () => {
  const client = server().client();
  await signInBot(client);
  const check = async (text: string) =>
    at(await post(client, { action: 'checktoken', type: 'csrf', token: text }), 'checktoken', 'result');
  expect(await check(await token(client, 'csrf'))).toBe('valid');
  expect(await check('other+\\')).toBe('invalid');
});

it('gives the token of a visitor when no type is asked for', async () => {
  const answer = await get(server().client(), { action: 'query', meta: 'tokens' });
  expect(at(answer, 'query', 'tokens')).toEqual({ csrftoken: '+\\' });
});

it.each(['bc', 'plaintext', 'wikitext', 'html', 'raw', 'none'])(
  'names the code of an error in %s',
  async (errorformat) => {
    const answer = await get(server().client(), { action: 'query', assert: 'user', errorformat, errorsuselocal: '1' });
    const error = errorformat === 'bc' ? at(answer, 'error') : at(answer, 'errors', 0);
    expect(error).toMatchObject({ code: 'assertuserfailed' });
  },
);

it('is posted a sign-in at either address of the API', async () => {
  const client = server().client();
  const short = server().client();
  Object.assign(short, { api: `${server().url}/api.php`, cookies: client.cookies });
  const lgtoken = await token(short, 'login');
  const login = { action: 'login', lgname: bot.name, lgpassword: bot.password, lgtoken };
  expect(at(await post(client, login), 'login', 'result')).toBe('Success');
  expect(await short.whoami()).toMatchObject({ name: 'Alice' });
});
