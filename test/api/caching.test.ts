import { expect, test } from 'vitest';
import { defineModule } from '../../src/api/define.ts';
import { header, testApi } from './support.ts';

const open = defineModule({
  name: 'open',
  group: 'meta',
  prefix: '',
  className: 'ApiQueryOpen',
  params: {},
  cache: () => 'public',
  examples: [],
  helpUrls: [],
  handle: () => {},
});

const headers = async (query: Record<string, string>) => {
  const { ask } = await testApi({ modules: [open] });
  const answer = await ask({ action: 'query', ...query });
  return [header(answer, 'Cache-Control'), header(answer, 'Vary')];
};

test('answers that depend on the caller are private', async () => {
  expect(await headers({ meta: 'tokens' })).toEqual(['private, must-revalidate, max-age=0', undefined]);
  expect(await headers({ meta: 'tokens|open', smaxage: '60', maxage: '60' })).toEqual([
    'private, must-revalidate, max-age=60',
    undefined,
  ]);
});

test('answers that depend on nobody may be shared when that is asked for', async () => {
  expect(await headers({ meta: 'open', smaxage: '60', maxage: '60' })).toEqual([
    's-maxage=60, max-age=60, public',
    'Accept-Encoding, Treat-as-Untrusted, Cookie',
  ]);
});

test('errors and negative ages are never cached', async () => {
  expect((await headers({ meta: 'open', smaxage: '-1' }))[0]).toBe('private, must-revalidate, max-age=0');
  expect((await headers({ list: 'x', assert: 'user', smaxage: '60' }))[0]).toBe('private, must-revalidate, max-age=0');
});
