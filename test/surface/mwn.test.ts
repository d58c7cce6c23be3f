import { expect, it } from 'vitest';
import { at, get, post, signInBot, TOKEN, useServer } from './support.ts';

const server = useServer();
const TYPES = 'csrf|createaccount|login|patrol|rollback|userrights|watch';

it('learns tokens, site and rights at once', async () => {
  const client = server().client();
  await signInBot(client);
  const answer = await get(client, {
    formatversion: '2',
    maxlag: '5',
    action: 'query',
    meta: 'tokens|siteinfo|userinfo',
    type: TYPES,
    siprop: 'general|namespaces|namespacealiases',
    uiprop: 'rights',
  });
  expect(at(answer, 'query')).toMatchObject({
    tokens: Object.fromEntries(TYPES.split('|').map((type) => [`${type}token`, expect.stringMatching(TOKEN)])),
    general: { legaltitlechars: expect.any(String) },
    namespaces: { 2: { id: 2, name: 'User', canonical: 'User', case: 'first-letter' } },
    namespacealiases: expect.any(Array),
    userinfo: { rights: expect.arrayContaining(['read']) },
  });
});

it.each([
  ['logout', 'csrf'],
  ['createaccount', 'createaccount'],
  ['clientlogin', 'login'],
  ['userrights', 'userrights'],
  ['resetpassword', 'csrf'],
])('learns from paraminfo which token %s takes', async (modules, type) => {
  const answer = await post(server().client(), { formatversion: '2', maxlag: '5', action: 'paraminfo', modules });
  const parameters = at(answer, 'paraminfo', 'modules', 0, 'parameters') as { name: string; tokentype?: string }[];
  expect(parameters.find(({ name }) => /token$/.test(name))?.tokentype).toBe(type);
});

it('may promise that a query by POST writes nothing', async () => {
  const response = await server()
    .client()
    .request({
      body: { format: 'json', action: 'query', meta: 'userinfo' },
      headers: { 'Promise-Non-Write-API-Action': 'true' },
    });
  expect(response.headers.get('MediaWiki-API-Error')).toBeNull();
  expect(at(await response.json(), 'query', 'userinfo', 'id')).toBe(0);
});

it('knows the words of a second sign-in', async () => {
  const client = server().client();
  await signInBot(client);
  expect(at(await signInBot(client), 'login')).toEqual({
    result: 'Aborted',
    reason: 'Cannot log in when using MediaWiki\\Session\\BotPasswordSessionProvider sessions.',
  });
});

it('separates list values with U+001F', async () => {
  const siprop = '\u001fgeneral\u001fnamespaces';
  const answer = await get(server().client(), { action: 'query', meta: 'siteinfo', siprop });
  expect(Object.keys(at(answer, 'query') as object)).toEqual(['general', 'namespaces']);
});
