import { expect, test } from 'vitest';
import { testApi } from './support.ts';

const missing = { action: 'checktoken' };

test('bc: one error beside its text and the pointer to the documentation', async () => {
  const { json } = await testApi();
  expect(await json(missing)).toEqual({
    error: {
      code: 'missingparam',
      info: expect.stringContaining('type'),
      docref: expect.stringContaining('/w/api.php'),
    },
  });
  expect((await json({ ...missing, formatversion: '1' })).error['*']).toContain('/w/api.php');
});

test.each([
  ['plaintext', { text: expect.any(String) }, 'text'],
  ['wikitext', { text: expect.any(String) }, 'text'],
  ['html', { html: expect.any(String) }, 'html'],
  ['raw', { key: 'paramvalidator-missingparam', params: [{ plaintext: 'type' }] }, null],
  ['none', {}, null],
])('%s: a list of errors with their module', async (errorformat, members, textMember) => {
  const { json } = await testApi();
  const answer = await json({ ...missing, errorformat });
  expect(answer).toEqual({
    errors: [{ code: 'missingparam', module: 'checktoken', ...members }],
    docref: expect.any(String),
  });
  const old = await json({ ...missing, errorformat, formatversion: '1' });
  expect(old['*']).toBe(answer.docref);
  expect('*' in old.errors[0]).toBe(textMember !== null);
});

test('warnings of one module are one text in bc and a list elsewhere', async () => {
  const { json } = await testApi();
  const query = { action: 'query', meta: 'tokens', type: 'x|csrf', foo: '1' };
  const bc = await json(query);
  expect(Object.keys(bc.warnings).sort()).toEqual(['main', 'tokens']);
  expect(bc.warnings.main.warnings).toContain('foo');
  const raw = await json({ ...query, errorformat: 'raw' });
  expect(raw.warnings.map((w: { code: string; module: string }) => [w.code, w.module])).toEqual([
    ['unrecognizedvalues', 'query+tokens'],
    ['unrecognizedparams', 'main'],
  ]);
});

test('the first code of an error is in a header, and the status stays 200', async () => {
  const { ask } = await testApi();
  const answer = await ask(missing);
  expect(answer.status).toBe(200);
  expect(answer.headers).toContainEqual(['MediaWiki-API-Error', 'missingparam']);
});

test('an unknown errorformat is answered in bc', async () => {
  const { json } = await testApi();
  expect((await json({ action: 'query', errorformat: 'x' })).error.code).toBe('badvalue');
});

test('requested members stand also beside errors', async () => {
  const { json } = await testApi();
  const answer = await json({
    action: 'nonsense',
    requestid: 'r1',
    curtimestamp: '',
    responselanginfo: '',
    uselang: 'de',
  });
  expect(answer).toMatchObject({
    requestid: 'r1',
    curtimestamp: '2026-01-02T03:04:05Z',
    uselang: 'de',
    errorlang: 'en',
  });
});

test('errorlang follows uselang outside bc', async () => {
  const { json } = await testApi();
  const query = { action: 'query', meta: 'tokens', responselanginfo: '', uselang: 'de', errorformat: 'plaintext' };
  expect(await json(query)).toMatchObject({ uselang: 'de', errorlang: 'de' });
  expect(await json({ ...query, errorlang: 'content' })).toMatchObject({ errorlang: 'en' });
});
