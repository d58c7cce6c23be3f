import { expect, test } from 'vitest';
import { testApi } from './support.ts';

const tokens = { action: 'query', meta: 'tokens' };

test('HEAD has the headers of GET and no body', async () => {
  const { ask } = await testApi();
  const head = await ask(tokens, { method: 'HEAD' });
  expect(head.body).toBe('');
  expect(head.headers).toEqual((await ask(tokens)).headers);
});

test('other methods are refused with 405, which pages show as 200', async () => {
  const { ask } = await testApi();
  const put = await ask(tokens, { method: 'PUT' });
  expect(put.status).toBe(405);
  expect(JSON.parse(put.body).error.code).toBe('invalidmethod');
  expect((await ask({ ...tokens, format: 'jsonfm' }, { method: 'PUT' })).status).toBe(200);
});

test('a POST without a content type is deprecated', async () => {
  const { json } = await testApi();
  expect((await json({ ...tokens, errorformat: 'none' }, { method: 'POST' })).warnings).toEqual([
    { code: 'deprecation', data: { feature: 'post-without-content-type' }, module: 'main' },
    { code: 'deprecation-help', module: 'main' },
  ]);
});
