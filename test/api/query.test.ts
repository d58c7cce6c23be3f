import { expect, test } from 'vitest';
import { defineModule } from '../../src/api/define.ts';
import { child } from '../../src/api/result.ts';
import { testApi } from './support.ts';

const counting = defineModule({
  name: 'counting',
  group: 'list',
  prefix: 'co',
  className: 'ApiQueryCounting',
  params: { continue: { type: 'string' } },
  examples: [],
  helpUrls: [],
  handle(call) {
    child(call.result, 'query').counting = [call.params.continue ?? '0'];
    if (call.params.continue === null) call.continueWith('continue', [1, 'x']);
  },
});
const open = defineModule({
  name: 'open',
  group: 'meta',
  prefix: '',
  className: 'ApiQueryOpen',
  params: {},
  needsReadRight: false,
  examples: [],
  helpUrls: [],
  handle(call) {
    child(call.result, 'query').open = true;
  },
});
const api = (config = {}) => testApi({ modules: [counting, open], config });

test('an empty query is complete', async () => {
  const { json } = await api();
  expect(await json({ action: 'query' })).toEqual({ batchcomplete: true });
});

test('an unfinished list says how to go on, and finished modules do not run again', async () => {
  const { json } = await api();
  const first = await json({ action: 'query', list: 'counting', meta: 'open' });
  expect(first).toEqual({
    batchcomplete: true,
    continue: { cocontinue: '1|x', continue: '-||open' },
    query: { counting: ['0'], open: true },
  });
  const next = await json({ action: 'query', list: 'counting', meta: 'open', ...first.continue });
  expect(next).toEqual({ batchcomplete: true, query: { counting: ['1|x'] } });
});

test('rawcontinue has a member for each module', async () => {
  const { json } = await api();
  expect(await json({ action: 'query', list: 'counting', rawcontinue: '' })).toEqual({
    'query-continue': { counting: { cocontinue: '1|x' } },
    query: { counting: ['0'] },
  });
});

test('a continuation of another shape is refused', async () => {
  const { json } = await api();
  expect((await json({ action: 'query', meta: 'open', continue: 'x' })).error.code).toBe('badcontinue');
});

test('in a private wiki only meta modules for visitors work, and only alone', async () => {
  const { json } = await api({ groups: { permissions: { '*': { read: false } } } });
  const code = async (query: Record<string, string>) => (await json({ action: 'query', ...query })).error?.code ?? null;
  expect(await code({ meta: 'open|tokens' })).toBe(null);
  // Names that no module has are passed over, so nothing is left that must be kept secret.
  expect(await code({ meta: 'nothing' })).toBe(null);
  expect(await code({})).toBe('readapidenied');
  for (const more of [{ list: 'counting' }, { titles: 'A' }] as Record<string, string>[]) {
    expect(await code({ meta: 'open', ...more })).toBe('readapidenied');
  }
});

test('pages are missing; titles are normalised, and bad ones invalid', async () => {
  const { json } = await api();
  const { query } = await json({ action: 'query', titles: 'foo_bar|a[b|user:x', indexpageids: '' });
  expect(query.normalized).toContainEqual({ fromencoded: false, from: 'foo_bar', to: 'Foo bar' });
  expect(query.pageids).toEqual(['-2', '-3', '-1']);
  expect(query.pages).toEqual([
    { ns: 2, title: 'User:X', missing: true },
    { ns: 0, title: 'Foo bar', missing: true },
    { title: 'a[b', invalidreason: expect.any(String), invalid: true },
  ]);
});

test('page ids and revision ids are missing too', async () => {
  const { json } = await api();
  expect((await json({ action: 'query', pageids: '7|5' })).query.pages).toEqual([
    { pageid: 5, missing: true },
    { pageid: 7, missing: true },
  ]);
  expect((await json({ action: 'query', revids: '9' })).query.badrevids).toEqual({ 9: { revid: 9, missing: true } });
});

test('pages are named in one way, and not by generators', async () => {
  const { json } = await api();
  expect((await json({ action: 'query', titles: 'a', pageids: '1' })).error.code).toBe('multisource');
  expect((await json({ action: 'query', generator: 'x' })).error.code).toBe('badgenerator');
});
