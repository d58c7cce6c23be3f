import { expect, it } from 'vitest';
import { at, bot, get, post, token, useServer } from './support.ts';

const server = useServer();

it('MediaWiki::Bot reads its name and rights', async () => {
  const client = server().client();
  const lgtoken = await token(client, 'login');
  const own = { action: 'login', lgname: bot.name, lgpassword: bot.password, lgdomain: '', lgtoken };
  const login = at(await post(client, own), 'login') as { result: string; lgusername: string };
  expect(login.result).toBe('Success');
  expect(login.lgusername).toBe(bot.name.split('@')[0]);
  const who = await get(client, { action: 'query', meta: 'userinfo', uiprop: 'rights|groups' });
  expect(at(who, 'query', 'userinfo')).toMatchObject({
    name: 'Alice',
    rights: expect.any(Array),
    groups: expect.any(Array),
  });
  const site = await get(client, { action: 'query', meta: 'siteinfo', siprop: 'namespaces' });
  expect(at(site, 'query', 'namespaces', '2', '*')).toBe('User');
});

it('MediaWiki::API never gets an empty array as a whole answer', async () => {
  const client = server().client();
  const response = await client.request({
    body: { action: 'logout', token: await token(client, 'csrf'), format: 'json' },
  });
  expect(await response.text()).toBe('{}');
});
