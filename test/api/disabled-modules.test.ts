import { expect, test } from 'vitest';
import { defineModule } from '../../src/api/define.ts';
import { child } from '../../src/api/result.ts';
import { type Ask, testApi } from './support.ts';

const own = defineModule({
  name: 'own',
  group: 'action',
  prefix: 'o',
  className: 'ApiOwn',
  params: { need: { type: 'string', required: true } },
  token: 'csrf',
  disabled: () => true,
  examples: [],
  helpUrls: [],
  handle: () => {},
});
const part = defineModule({
  name: 'part',
  group: 'meta',
  prefix: 'p',
  className: 'ApiQueryPart',
  params: { x: { type: 'string' } },
  examples: [],
  helpUrls: [],
  handle(call) {
    child(call.result, 'query').part = 1;
  },
});
const api = () => testApi({ modules: [own, part], config: { api: { disabledModules: ['checktoken', 'query+part'] } } });

test('a disabled module says so for every method and without its parameters', async () => {
  const { json } = await api();
  for (const ask of [{}, { body: {} }, { body: { otoken: 'wrong' } }] as Ask[]) {
    expect((await json({ action: 'own' }, ask)).error.code).toBe('moduledisabled');
    expect((await json({ action: 'checktoken' }, ask)).error.code).toBe('moduledisabled');
  }
});

test('a disabled part of a query is a warning, and its parameters are unknown', async () => {
  const { json } = await api();
  expect(await json({ action: 'query', meta: 'part', px: '1', errorformat: 'none' })).toEqual({
    batchcomplete: true,
    warnings: [
      { code: 'moduledisabled', module: 'query+part' },
      { code: 'unrecognizedparams', module: 'main' },
    ],
  });
});

test('paraminfo shows them without parameters', async () => {
  const { json } = await api();
  const { modules } = (await json({ action: 'paraminfo', modules: 'checktoken|own' })).paraminfo;
  expect(modules[0]).toMatchObject({ name: 'checktoken', classname: 'ApiDisabled', parameters: [] });
  expect(modules[0]).not.toHaveProperty('readrights');
  expect(modules[1]).toMatchObject({ name: 'own', classname: 'ApiOwn', readrights: true, parameters: [] });
  expect(modules[1]).not.toHaveProperty('mustbeposted');
});

test('without an API nothing is answered', async () => {
  const { ask } = await testApi({ config: { api: { enabled: false } } });
  expect((await ask({ action: 'query' })).status).toBe(403);
});
