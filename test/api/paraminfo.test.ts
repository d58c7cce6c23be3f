import { expect, test } from 'vitest';
import { testApi } from './support.ts';

const info = async (query: Record<string, string>) => {
  const { json } = await testApi();
  return json({ action: 'paraminfo', ...query });
};

test('the main module lists the actions with their paths', async () => {
  const { modules } = (await info({ modules: 'main' })).paraminfo;
  const action = modules[0].parameters[0];
  expect(action.name).toBe('action');
  expect(Object.keys(action.submodules)).toEqual(action.type);
  expect(action.submodules.query).toBe('query');
  expect(modules[0]).not.toHaveProperty('group');
});

test('query lists its parts, and a generator without any', async () => {
  const { parameters } = (await info({ modules: 'query' })).paraminfo.modules[0];
  const named = (name: string) => parameters.find((param: { name: string }) => param.name === name);
  expect(named('meta').submodules).toEqual({ tokens: 'query+tokens' });
  expect(named('meta').limit).toBe(50);
  expect(named('generator')).toMatchObject({ type: [], submodules: {}, submoduleparamprefix: 'g' });
});

test('parameters have their type, limits and marks', async () => {
  const { modules } = (await info({ modules: 'query+tokens|checktoken' })).paraminfo;
  expect(modules[0].parameters).toEqual([
    {
      index: 1,
      name: 'type',
      type: ['createaccount', 'csrf', 'login', 'patrol', 'rollback', 'userrights', 'watch'],
      required: false,
      default: 'csrf',
      multi: true,
      lowlimit: 50,
      highlimit: 500,
      limit: 50,
      allspecifier: '*',
    },
  ]);
  expect(modules[1].parameters[1]).toEqual({
    index: 2,
    name: 'token',
    type: 'string',
    required: true,
    sensitive: true,
    multi: false,
  });
});

test('raw texts are keys with the names that they may use', async () => {
  const { modules } = (await info({ modules: 'checktoken', helpformat: 'raw' })).paraminfo;
  expect(modules[0].description[0]).toEqual({
    key: 'apihelp-checktoken-summary',
    params: ['', 'checktoken', 'checktoken'],
  });
  expect(modules[0].parameters[0].description).toEqual([
    { key: 'apihelp-checktoken-param-type', params: ['', 'type', 'checktoken', 'checktoken'] },
  ]);
});

test('stars stand for submodules', async () => {
  const paths = async (modules: string) =>
    (await info({ modules })).paraminfo.modules.map(({ path }: { path: string }) => path);
  expect(await paths('query+*')).toEqual(['query+tokens']);
  expect(await paths('**')).toEqual(expect.arrayContaining(['query', 'query+tokens', 'json']));
});

test('unknown modules are left out with a warning', async () => {
  const answer = await info({ modules: 'bogus|query+bogus|checktoken+x', errorformat: 'none' });
  expect(answer.paraminfo).toEqual({ helpformat: 'none' });
  expect(answer.warnings).toEqual([{ code: 'badmodule', module: 'paraminfo' }]);
  expect((await info({ modules: 'bogus|query+bogus', errorformat: 'raw' })).warnings).toHaveLength(2);
});

test('the old parameters still work and are deprecated', async () => {
  const answer = await info({ querymodules: 'tokens', mainmodule: '1', pagesetmodule: '1', formatmodules: 'json' });
  expect(answer.paraminfo.querymodules[0]).toMatchObject({ path: 'query+tokens', querytype: 'meta' });
  expect(answer.paraminfo.mainmodule.path).toBe('main');
  expect(answer.paraminfo.pagesetmodule.parameters[0].name).toBe('titles');
  expect(answer.paraminfo.formatmodules[0].group).toBe('format');
  expect(answer.warnings.paraminfo).toBeDefined();
});
