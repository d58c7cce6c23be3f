import { describe, expect, it } from 'vitest';
import { type ApiClient, type ApiParams, bot, useServer } from './support.ts';

const server = useServer();

/** Sends a request for XML; parameters in the address, or in the body when `body` is given. */
async function xml(client: ApiClient, query: ApiParams, body?: ApiParams): Promise<string> {
  const response = await client.request({
    query: { format: 'xml', ...query },
    ...(body && { body, method: 'POST' }),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
  return response.text();
}

/** Attributes of the last element of this name; earlier ones are in the warnings. */
function attributes(text: string, element: string): Record<string, string> {
  const [, inner] = [...text.matchAll(new RegExp(`<${element}((?: [\\w:-]+="[^"]*")*) ?/?>`, 'g'))].at(-1) ?? [];
  if (inner === undefined) throw new Error(`no <${element}> in ${text}`);
  return Object.fromEntries([...inner.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
}

const elements = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, inner]) => inner);

const signIn = async (client: ApiClient, lgpassword = bot.password) => {
  const tokens = await xml(client, { action: 'query', meta: 'tokens', type: 'login' }, {});
  const lgtoken = attributes(tokens, 'tokens').logintoken;
  return xml(client, { action: 'login' }, { lgname: bot.name, lgpassword, lgtoken });
};

describe('AutoWikiBrowser', () => {
  it('signs in and reads groups and rights', async () => {
    const client = server().client();
    expect(attributes(await signIn(client), 'login')).toMatchObject({ result: 'Success', lgusername: 'Alice' });
    const uiprop = 'blockinfo|hasmsg|groups|rights';
    const query = { action: 'query', meta: 'userinfo', assert: 'user', maxlag: '5' };
    const who = await xml(client, query, { uiprop });
    expect(attributes(who, 'userinfo')).toMatchObject({ name: 'Alice', id: expect.stringMatching(/^\d+$/) });
    expect(elements(who, 'g')).toEqual(['*', 'user', 'autoconfirmed']);
    expect(elements(who, 'r')).toContain('read');
  });

  it('signs in with the token of a first answer', async () => {
    const names = { lgname: bot.name, lgpassword: bot.password };
    const client = server().client();
    const { result, token } = attributes(await xml(client, { action: 'login' }, names), 'login');
    expect(result).toBe('NeedToken');
    expect(attributes(await xml(client, { action: 'login' }, { ...names, lgtoken: token }), 'login').result).toBe(
      'Success',
    );
  });

  it('reads the code and text of an error', async () => {
    const text = await xml(server().client(), { action: 'query', meta: 'userinfo', assert: 'user' }, {});
    const { code, info } = attributes(text, 'error');
    expect(code).toBe('assertuserfailed');
    expect(info).not.toBe('');
  });
});

describe('Huggle', () => {
  it('is told why it cannot sign in', async () => {
    const login = attributes(await signIn(server().client(), 'z'.repeat(32)), 'login');
    expect(login).toEqual({ result: 'Failed', reason: expect.stringMatching(/./) });
  });

  it('learns about the site, its tokens and the account', async () => {
    const client = server().client();
    await signIn(client);
    const siprop = 'namespaces|general|extensions|restrictions|usergroups';
    const site = await xml(client, { action: 'query', meta: 'siteinfo', siprop });
    expect(attributes(site, 'general').generator).toMatch(/^MediaWiki /);
    expect(site).toMatch(/<ns [^>]*id="2"[^>]*>User<\/ns>/);
    for (const name of ['extensions', 'restrictions', 'usergroups']) expect(site).toMatch(new RegExp(`<${name}[ />]`));

    const tokens = await xml(client, { action: 'query', meta: 'tokens', type: 'csrf|patrol|rollback|watch' });
    expect(Object.keys(attributes(tokens, 'tokens'))).toEqual([
      'csrftoken',
      'patroltoken',
      'rollbacktoken',
      'watchtoken',
    ]);

    const uiprop = 'rights|registrationdate|editcount';
    const who = await xml(client, { action: 'query', meta: 'userinfo', uiprop });
    expect(attributes(who, 'userinfo')).toMatchObject({
      editcount: '0',
      registrationdate: expect.stringMatching(/Z$/),
    });
  });
});

describe('wiki-java and Pattypan', () => {
  it('look for these texts', async () => {
    const client = server().client();
    const signedIn = await signIn(client);
    expect(signedIn).toContain('result="Success"');
    expect(signedIn).toContain('lgusername="Alice"');
    expect(await signIn(client)).toContain('result="Aborted"');
    const failed = await signIn(server().client(), 'wrong');
    expect(failed).toContain('result="Failed"');
    expect(failed).toMatch(/reason="[^"]+"/);
  });

  it('learn about the site', async () => {
    const siprop = 'namespaces|namespacealiases|general|extensions';
    const text = await xml(server().client(), { action: 'query', meta: 'siteinfo', siprop });
    for (const name of siprop.split('|')) expect(text).toMatch(new RegExp(`<${name}[ />]`));
    expect(text).toMatch(/<ns [^>]*id="0"[^>]*case="first-letter"/);
  });

  it('read the rights of a user', async () => {
    const query = { action: 'query', list: 'users', ususers: 'Alice', usprop: 'rights|groups|editcount' };
    const text = await xml(server().client(), query);
    expect(attributes(text, 'user')).toMatchObject({ name: 'Alice', editcount: '0' });
    expect(elements(text, 'r')).toContain('read');
  });
});
