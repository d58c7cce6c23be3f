import { expect, test } from 'vitest';
import { defineModule } from '../../src/api/define.ts';
import type { ResultObject } from '../../src/api/result.ts';
import { testApi } from './support.ts';

const types = defineModule({
  name: 'types',
  group: 'action',
  prefix: '',
  className: 'ApiTypes',
  params: {
    text: { type: 'string', default: 'd' },
    need: { type: 'string', required: true },
    flag: { type: 'boolean' },
    count: { type: 'integer', min: 1, max: 10 },
    strict: { type: 'integer', min: 1, max: 10, enforceRange: true },
    limit: { type: 'limit', default: 10, min: 1, max: 500, highMax: 5000 },
    one: { type: 'enum', values: ['a', 'b'] },
    many: { type: 'enum', values: ['a', 'b', 'c'], multi: true, all: true, deprecatedValues: ['c'] },
    names: { type: 'string', multi: true },
    twice: { type: 'string', multi: true, allowDuplicates: true },
    user: { type: 'user', subtypes: ['name', 'id', 'ip', 'cidr'] },
    named: { type: 'user', subtypes: ['name'] },
    time: { type: 'timestamp' },
    expiry: { type: 'expiry' },
    namespace: { type: 'namespace', multi: true },
    title: { type: 'title' },
    old: { type: 'string', deprecated: true },
  },
  needsReadRight: false,
  examples: [],
  helpUrls: [],
  handle(call) {
    call.result.types = { ...call.params } as unknown as ResultObject;
  },
});

async function run(query: Record<string, string>) {
  const api = await testApi({ modules: [types] });
  await api.services.accounts.create({ name: 'Alice', registeredAt: 0 }, null);
  const answer = await api.json({ action: 'types', need: 'x', errorformat: 'raw', ...query });
  const error = answer.errors?.[0];
  return { values: answer.types, code: error?.code, error, warnings: answer.warnings };
}
const value = async (name: string, text: string) => (await run({ [name]: text })).values?.[name];
const code = async (name: string, text: string) => (await run({ [name]: text })).code;

test('absent parameters have their default, or null', async () => {
  expect((await run({})).values).toMatchObject({ text: 'd', flag: false, count: null, limit: 10, many: null });
});
test('a required text is missing when it is absent or empty', async () => {
  expect(await code('need', '')).toBe('missingparam');
});
test('a boolean is true whatever its value', async () => {
  for (const text of ['', '0', 'false']) expect(await value('flag', text)).toBe(true);
});
test('integers are digits with a sign, of 64 bits', async () => {
  expect(await value('count', '+7')).toBe(7);
  for (const text of ['x', '1.5', ' 1', '', '99999999999999999999'])
    expect(await code('count', text)).toBe('badinteger');
});
test('a number out of range is clamped with a warning', async () => {
  const { values, warnings } = await run({ count: '99' });
  expect(values.count).toBe(10);
  expect(warnings).toMatchObject([
    {
      code: 'outofrange',
      key: 'paramvalidator-outofrange-minmax',
      module: 'types',
      data: { min: 1, curmax: 10, max: 10, highmax: null },
    },
  ]);
});
test('a number out of an enforced range is an error', async () => {
  expect(await code('strict', '0')).toBe('outofrange');
});
test('a limit can be max, and high limits need their right', async () => {
  expect(await value('limit', 'max')).toBe(500);
  expect(await value('limit', '600')).toBe(500);
});
test('an unknown value is an error, with the allowed ones', async () => {
  const { error } = await run({ one: 'z' });
  expect(error).toEqual({
    code: 'badvalue',
    key: 'paramvalidator-badvalue-enumnotmulti',
    params: [
      { plaintext: 'one' },
      { plaintext: 'z' },
      { list: [{ plaintext: 'a' }, { plaintext: 'b' }], type: 'text' },
      { num: 2 },
    ],
    module: 'types',
  });
});
test('unknown values of a list are dropped with a warning', async () => {
  const { values, warnings } = await run({ many: 'z|a||a' });
  expect(values.many).toEqual(['a']);
  expect(warnings).toMatchObject([{ code: 'unrecognizedvalues', data: { values: ['z', ''] } }]);
});
test('the star means all values', async () => {
  expect(await value('many', '*')).toEqual(['a', 'b', 'c']);
});
test('the empty text is the empty list', async () => {
  expect(await value('names', '')).toEqual([]);
});
test('U+001F in front separates values that hold a bar', async () => {
  expect(await value('names', '\u001fa|b\u001fc')).toEqual(['a|b', 'c']);
  expect(await code('text', '\u001fa')).toBe('badvalue');
});
test('duplicates collapse unless they are allowed', async () => {
  expect(await value('names', 'a|a')).toEqual(['a']);
  expect(await value('twice', 'a|a')).toEqual(['a', 'a']);
});
test('more than fifty values are too many', async () => {
  const { error } = await run({ names: Array.from({ length: 51 }, (_, i) => i).join('|') });
  expect(error).toMatchObject({ code: 'toomanyvalues', data: { limit: 50, lowlimit: 50, highlimit: 500 } });
});
test('users are canonical, by name, id or address', async () => {
  expect(await value('user', 'alice')).toBe('Alice');
  expect(await value('user', '#1')).toBe('Alice');
  expect(await value('user', '#999')).toBe('Unknown user');
  expect(await value('user', '2001:db8::1')).toBe('2001:DB8:0:0:0:0:0:1');
  expect(await value('user', '10.0.0.0/8')).toBe('10.0.0.0/8');
});
test('users of the wrong kind are refused', async () => {
  for (const text of ['a<b', '', '10.0.0.1', '#1']) expect(await code('named', text)).toBe('baduser');
});
test('times and expiries are milliseconds', async () => {
  expect(await value('time', '2020-01-02T03:04:05Z')).toBe(Date.UTC(2020, 0, 2, 3, 4, 5));
  expect(await code('time', 'soon')).toBe('badtimestamp');
  expect((await run({ time: '' })).warnings[0].code).toBe('unclearnowtimestamp');
  expect(await code('expiry', '2020-01-01T00:00:00Z')).toBe('badexpiry-past');
  expect(await code('expiry', 'whenever')).toBe('badexpiry');
});
test('namespaces are known numbers', async () => {
  expect(await value('namespace', '0|2')).toEqual(['0', '2']);
  expect((await value('namespace', '*')).length).toBe(16);
});
test('titles have spaces for underscores and no markup', async () => {
  expect(await value('title', 'a_b')).toBe('a b');
  expect(await code('title', 'a[b')).toBe('badtitle');
});
test('deprecated parameters and values bring one pointer to the announcements', async () => {
  const { warnings } = await run({ old: 'x', many: 'c' });
  expect(warnings.map((w: { code: string; data?: object; module: string }) => [w.code, w.data, w.module])).toEqual([
    ['deprecation', { feature: 'action=types&many=c' }, 'types'],
    ['deprecation-help', undefined, 'main'],
    ['deprecation', { feature: 'action=types&old' }, 'types'],
  ]);
});
