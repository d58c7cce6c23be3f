import { describe, expect, it } from 'vitest';
import {
  type ApiClient,
  type ApiParams,
  alice,
  at,
  bot,
  newPassword,
  post,
  signInBot,
  stale,
  TOKEN,
  textAt,
  useServer,
} from './support.ts';

const server = useServer();
const open = () => server().client();

/** Without https the client posts everything, and adds these. */
const COMMON = { maxlag: '5', uselang: 'en' };
const v1 = (client: ApiClient, params: ApiParams) => post(client, { ...COMMON, ...params });
const v2 = (client: ApiClient, params: ApiParams) => v1(client, { formatversion: '2', ...params });

interface Parameter {
  readonly name: string;
  readonly type: unknown;
  readonly limit?: number;
  readonly submodules?: Record<string, string>;
}

async function parameters(modules: string): Promise<Map<string, Map<string, Parameter>>> {
  const answer = await v1(open(), { action: 'paraminfo', modules });
  const list = at(answer, 'paraminfo', 'modules') as { path: string; parameters: Parameter[] }[];
  return new Map(list.map(({ path, parameters }) => [path, new Map(parameters.map((one) => [one.name, one]))]));
}

const WHO = { action: 'query', meta: 'userinfo', uiprop: 'blockinfo|groups|hasmsg|ratelimits|rights' };

describe('paraminfo', () => {
  it('answers each module that was asked for', async () => {
    expect([...(await parameters('main|paraminfo|query')).keys()].sort()).toEqual(['main', 'paraminfo', 'query']);
    const asked = [
      'query+tokens',
      'query+userinfo',
      'query+siteinfo',
      'query+users',
      'createaccount',
      'login',
      'logout',
    ];
    expect([...(await parameters(asked.join('|'))).keys()].sort()).toEqual([...asked].sort());
  });

  it('lists exactly the actions that it names as submodules', async () => {
    const action = (await parameters('main')).get('main')?.get('action');
    const { type, submodules } = action as Parameter;
    expect(Object.keys(submodules ?? {}).sort()).toEqual([...(type as string[])].sort());
    expect(submodules).toMatchObject({ query: 'query', login: 'login', clientlogin: 'clientlogin' });
  });

  it('names the submodules of query, and generators among them', async () => {
    const query = (await parameters('query')).get('query');
    const names = ['prop', 'list', 'meta'].flatMap((name) => {
      const { limit, submodules = {} } = query?.get(name) ?? {};
      expect(Number.isInteger(limit)).toBe(true);
      for (const [submodule, path] of Object.entries(submodules)) expect(path).toBe(`query+${submodule}`);
      return Object.keys(submodules);
    });
    expect(names).toEqual(expect.arrayContaining(['tokens', 'userinfo', 'siteinfo', 'users']));
    expect(names).toEqual(expect.arrayContaining(query?.get('generator')?.type as string[]));
  });

  it('leaves out modules that do not exist, with a warning', async () => {
    const answer = await v1(open(), { action: 'paraminfo', modules: 'query+nosuch|login' });
    expect(at(answer, 'paraminfo', 'modules')).toMatchObject([{ path: 'login' }]);
    expect(textAt(answer, 'warnings', 'paraminfo', '*')).toContain('nosuch');
  });
});

describe('tokens', () => {
  it('gives all types that paraminfo lists at once', async () => {
    const types = (await parameters('query+tokens')).get('query+tokens')?.get('type')?.type as string[];
    const answer = await v2(open(), { action: 'query', meta: 'tokens', type: types.join('|') });
    const tokens = at(answer, 'query', 'tokens') as Record<string, string>;
    expect(Object.keys(tokens).sort()).toEqual(types.map((type) => `${type}token`).sort());
    expect(tokens.logintoken).toMatch(TOKEN);
  });

  it('warns about an unknown type, in the words that the client looks for', async () => {
    const answer = await v2(open(), { action: 'query', meta: 'tokens', type: 'bogus' });
    expect(at(answer, 'query', 'tokens')).toEqual({});
    expect(at(answer, 'error')).toBeUndefined();
    expect(textAt(answer, 'warnings', 'tokens', 'warnings')).toBe('Unrecognized value for parameter "type": bogus');
  });
});

it('tells who a visitor and a bot are', async () => {
  const client = open();
  const nobody = {
    id: 0,
    name: expect.any(String),
    anon: true,
    groups: ['*'],
    rights: expect.any(Array),
    messages: false,
  };
  expect(at(await v2(client, WHO), 'query', 'userinfo')).toMatchObject(nobody);
  await signInBot(client);
  const answer = await v2(client, { ...WHO, indexpageids: '1' });
  const groups = ['*', 'user', 'autoconfirmed'];
  expect(at(answer, 'query', 'userinfo')).toMatchObject({ name: 'Alice', groups, messages: false });
  expect(at(answer, 'query', 'userinfo')).not.toHaveProperty('anon');
});

describe('siteinfo', () => {
  const siprop = 'namespaces|namespacealiases|general';

  it('has what the client reads', async () => {
    const answer = await v2(open(), { action: 'query', meta: 'siteinfo|userinfo', siprop, uiprop: 'blockinfo|hasmsg' });
    const texts = ['case', 'lang', 'wikiid', 'articlepath', 'linktrail', 'time'].map((key) => [
      key,
      expect.any(String),
    ]);
    const general = at(answer, 'query', 'general') as Record<string, unknown>;
    expect(general).toMatchObject(Object.fromEntries(texts));
    const [name, version = ''] = String(general.generator).split(' ');
    expect(name).toBe('MediaWiki');
    const [major = 0, minor = 0] = version.split('.').map(Number);
    expect(major * 1000 + minor).toBeGreaterThanOrEqual(1031);
    for (const key of ['thumblimits', 'imagelimits', 'magiclinks']) expect(Array.isArray(general[key])).toBe(false);
    expect(Object.values(general.thumblimits as object)).toContain(120);
  });

  it('gives arrays in the first format', async () => {
    const answer = await v1(open(), { action: 'query', meta: 'siteinfo', siprop });
    for (const key of ['thumblimits', 'imagelimits']) {
      expect(Array.isArray(at(answer, 'query', 'general', key))).toBe(true);
    }
  });

  it('describes the namespaces', async () => {
    const { namespaces, namespacealiases } = at(
      await v2(open(), { action: 'query', meta: 'siteinfo', siprop }),
      'query',
    ) as {
      namespaces: Record<string, Record<string, unknown>>;
      namespacealiases: { id: number; alias: string }[];
    };
    for (const [id, one] of Object.entries(namespaces)) {
      expect(one).toMatchObject({ id: Number(id), name: expect.any(String), case: 'first-letter' });
      if (id === '0') expect(one).not.toHaveProperty('canonical');
      else expect(one.canonical).toEqual(expect.any(String));
    }
    expect(Object.keys(namespaces)).toEqual(expect.arrayContaining(['-1', '2', '3', '8', '9']));
    for (const one of namespacealiases) expect(one).toEqual({ id: expect.any(Number), alias: expect.any(String) });
  });

  it('lists extensions by name', async () => {
    const answer = await v2(open(), { action: 'query', meta: 'siteinfo', siprop: 'extensions' });
    for (const one of at(answer, 'query', 'extensions') as object[]) expect(one).toHaveProperty('name');
  });

  it('warns about an unknown property', async () => {
    const answer = await v2(open(), { action: 'query', meta: 'siteinfo', siprop: 'general|bogus' });
    expect(textAt(answer, 'warnings', 'siteinfo', 'warnings')).toMatch(
      /^Unrecognized values? for parameter ["']siprop["']: bogus/,
    );
    expect(at(answer, 'query', 'general')).toBeDefined();
  });
});

describe('login with a bot password', () => {
  const login = async (client: ApiClient, lgpassword: string) => {
    const tokens = await v2(client, { action: 'query', meta: 'tokens', type: 'csrf|login' });
    const lgtoken = textAt(tokens, 'query', 'tokens', 'logintoken');
    return at(await v1(client, { action: 'login', lgname: bot.name, lgpassword, lgtoken }), 'login');
  };

  it('succeeds', async () => {
    const client = open();
    expect(await login(client, bot.password)).toMatchObject({ result: 'Success' });
    expect(at(await v2(client, WHO), 'query', 'userinfo', 'name')).toBe('Alice');
  });

  it('fails with a reason', async () => {
    expect(await login(open(), 'z'.repeat(32))).toEqual({ result: 'Failed', reason: expect.any(String) });
  });

  it('asks for a token, and refuses another one', async () => {
    const client = open();
    const names = { action: 'login', lgname: bot.name, lgpassword: bot.password };
    expect(at(await v1(client, names), 'login', 'result')).toBe('NeedToken');
    expect(at(await v1(client, { ...names, lgtoken: 'other+\\' }), 'login', 'result')).toBe('WrongToken');
  });
});

describe('clientlogin', () => {
  const loginreturnurl = 'https://example.com';
  const begin = async (client: ApiClient, username: string, password: string) => {
    const tokens = await v2(client, { action: 'query', meta: 'tokens', type: 'login' });
    const logintoken = textAt(tokens, 'query', 'tokens', 'logintoken');
    const own = { action: 'clientlogin', loginreturnurl, rememberMe: '1', logintoken };
    return { own, answer: at(await v1(client, { ...own, username, password }), 'clientlogin') };
  };

  it('passes', async () => {
    expect((await begin(open(), alice.name, alice.password)).answer).toEqual({ status: 'PASS', username: 'Alice' });
  });

  it('fails with a message', async () => {
    expect((await begin(open(), alice.name, 'wrong')).answer).toMatchObject({
      status: 'FAIL',
      message: expect.any(String),
      messagecode: 'wrongpassword',
    });
  });

  it('goes on with an empty logincontinue beside the return address', async () => {
    const client = open();
    const { own, answer } = await begin(client, stale.name, stale.password);
    expect(answer).toMatchObject({
      status: 'UI',
      message: expect.any(String),
      messagecode: expect.any(String),
      requests: [{ fields: { password: { label: expect.any(String), help: expect.any(String) } } }],
    });
    const next = { ...own, logincontinue: '', password: newPassword, retype: newPassword };
    expect(at(await v1(client, next), 'clientlogin')).toEqual({ status: 'PASS', username: 'Stale' });
  });
});

it.each<[string, ApiParams]>([
  ['badtoken', { action: 'logout', token: 'bad' }],
  ['badvalue', { action: 'nosuch' }],
  ['missingparam', { action: 'logout' }],
  ['assertuserfailed', { action: 'query', assert: 'user' }],
  ['toomanyvalues', { action: 'query', meta: 'tokens', type: Array.from({ length: 51 }, (_, i) => `t${i}`).join('|') }],
])('keeps the members of error %s apart from those of the reply', async (code, params) => {
  for (const answer of [await v1(open(), params), await v2(open(), params)]) {
    expect(at(answer, 'error', 'code')).toBe(code);
    const inside = Object.keys(at(answer, 'error') as object);
    const beside = Object.keys(answer as object).filter((key) => key !== 'error' && key !== 'warnings');
    expect(beside.filter((key) => inside.includes(key))).toEqual([]);
  }
});
