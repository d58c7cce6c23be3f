import { expect, test } from 'vitest';
import { defineModule } from '../../src/api/define.ts';
import { testApi } from './support.ts';

const guarded = defineModule({
  name: 'guarded',
  group: 'action',
  prefix: 'g',
  className: 'ApiGuarded',
  params: { kind: { type: 'enum', values: ['a', 'b'] }, secret: { type: 'password', sensitive: true } },
  token: 'csrf',
  writes: true,
  examples: [],
  helpUrls: [],
  handle(call) {
    call.result.guarded = { done: true };
  },
});

const code = async (query: Record<string, string>, ask = {}, config = {}) => {
  const { json } = await testApi({ modules: [guarded], config });
  return (await json({ action: 'guarded', ...query }, ask)).error?.code ?? null;
};

test('an unknown action comes before a failed assertion', async () => {
  expect(await code({ action: 'nonsense', assert: 'user' })).toBe('badvalue');
});
test('a failed assertion comes before the parameters of the module', async () => {
  expect(await code({ assert: 'user', gkind: 'x' })).toBe('assertuserfailed');
});
test('assert=anon, bot and assertuser say what they missed', async () => {
  expect(await code({ assert: 'bot', gtoken: 'x' })).toBe('assertbotfailed');
  expect(await code({ assertuser: 'Bob', gtoken: 'x' })).toBe('assertnameduserfailed');
  expect(await code({ assertuser: 'Bad#Name' })).toBe('baduser');
});
test('a missing token comes before the method', async () => {
  expect(await code({})).toBe('missingparam');
});
test('a bad value comes before the token', async () => {
  expect(await code({}, { body: { gtoken: 'x', gkind: 'x' } })).toBe('badvalue');
});
test('a token in the query string comes before a wrong token', async () => {
  expect(await code({ gtoken: 'x' }, { body: {} })).toBe('mustpostparams');
});
test('a wrong token comes before the promise not to write', async () => {
  const headers = { 'promise-non-write-api-action': 'true' };
  expect(await code({}, { body: { gtoken: 'x' }, headers })).toBe('badtoken');
  expect(await code({}, { body: { gtoken: '+\\' }, headers })).toBe('promised-nonwrite-api');
});
test('the right to read comes before the promise not to write', async () => {
  const headers = { 'promise-non-write-api-action': 'true' };
  const config = { groups: { permissions: { '*': { read: false } } } };
  expect(await code({}, { body: { gtoken: '+\\' }, headers }, config)).toBe('readapidenied');
});
test('read-only mode and switched-off writing refuse modules that write', async () => {
  const ask = { body: { gtoken: '+\\' } };
  expect(await code({}, ask, { site: { readOnly: 'moving' } })).toBe('readonly');
  expect(await code({}, ask, { api: { writeEnabled: false } })).toBe('noapiwrite');
  expect(await code({}, ask, { groups: { permissions: { '*': { writeapi: false } } } })).toBe('writeapidenied');
});
test('secrets in the query string are refused before the handler', async () => {
  expect(await code({ gsecret: 'x' }, { body: { gtoken: '+\\' } })).toBe('mustpostparams');
});
test('a call that passes everything reaches the handler', async () => {
  const { json } = await testApi({ modules: [guarded] });
  expect(await json({ action: 'guarded' }, { body: { gtoken: '+\\', gsecret: 'x' } })).toEqual({
    guarded: { done: true },
  });
});
