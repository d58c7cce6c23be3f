import { expect, it } from 'vitest';
import { at, get, post, signInBot, TOKEN, useServer } from './support.ts';

const server = useServer();
const V2 = { formatversion: '2' };

it('learns about the account and the site at once', async () => {
  const client = server().client();
  await signInBot(client);
  const siprop = 'functionhooks|general|magicwords|interwikimap|namespaces|namespacealiases';
  const { query } = (await get(client, {
    ...V2,
    action: 'query',
    meta: 'userinfo|siteinfo',
    uiprop: 'rights',
    siprop,
  })) as { query: Record<string, Record<string, unknown>> };
  expect(query.userinfo).toMatchObject({ id: expect.any(Number), name: 'Alice', rights: expect.any(Array) });
  for (const key of siprop.split('|')) expect(query).toHaveProperty(key);
  for (const key of [
    ...['articlepath', 'lang', 'wikiid', 'legaltitlechars', 'script', 'scriptpath'],
    ...['server', 'servername', 'sitename', 'generator'],
  ]) {
    expect(query.general?.[key], key).toEqual(expect.any(String));
  }
});

it('gets every type of token', async () => {
  const client = server().client();
  await signInBot(client);
  const tokens = at(await get(client, { ...V2, action: 'query', meta: 'tokens', type: '*' }), 'query', 'tokens');
  expect(Object.keys(tokens as object).sort()).toEqual([
    'createaccounttoken',
    'csrftoken',
    'logintoken',
    'patroltoken',
    'rollbacktoken',
    'userrightstoken',
    'watchtoken',
  ]);
  for (const token of Object.values(tokens as object)) expect(token).toMatch(TOKEN);
});

it('is refused when it asserts to be signed in before it is', async () => {
  const answer = await post(server().client(), {
    ...V2,
    action: 'query',
    meta: 'tokens',
    type: 'login',
    assert: 'user',
  });
  expect(answer).toMatchObject({ error: { code: 'assertuserfailed', docref: expect.any(String) } });
});
