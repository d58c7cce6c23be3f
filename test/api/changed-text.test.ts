import { expect, test } from 'vitest';
import { request, testApi } from './support.ts';

test('a value that cleaning changed warns on the module that owns it', async () => {
  const { api } = await testApi();
  const asked = request({ action: 'query', meta: 'tokens', format: 'json', formatversion: '2', errorformat: 'none' });
  const query = new Map(asked.query).set('type', { value: 'csrf', changed: true });
  const answer = JSON.parse((await api.handle({ ...asked, query })).body);
  expect(answer.warnings).toEqual([{ code: 'badutf8', module: 'query+tokens' }]);
});

test('an array reads as absent, with a warning', async () => {
  const { api } = await testApi();
  const asked = request({ action: 'query', meta: 'tokens', format: 'json', formatversion: '2', errorformat: 'none' });
  const query = new Map(asked.query).set('type', { value: null, changed: false });
  const answer = JSON.parse((await api.handle({ ...asked, query })).body);
  expect(answer.warnings).toEqual([{ code: 'unsupportedarray', module: 'main' }]);
  expect(answer.query.tokens).toEqual({ csrftoken: '+\\' });
});
