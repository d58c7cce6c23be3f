import { expect, test } from 'vitest';
import { header, request, testApi } from './support.ts';

test('no action at all is the help page of the main module', async () => {
  const { api } = await testApi();
  const answer = await api.handle(request({}));
  expect(header(answer, 'Content-Type')).toBe('text/html; charset=UTF-8');
  expect(header(answer, 'Content-Disposition')).toBe('inline; filename=api-help.html');
  expect(answer.body).toContain('id="main:action"');
});

test('pages name the parameters with their prefix and link to submodules', async () => {
  const { ask } = await testApi();
  expect((await ask({ action: 'help', modules: 'query' })).body).toContain('modules=query%2Btokens');
  expect((await ask({ action: 'help', modules: 'query+tokens' })).body).toContain('id="query+tokens:type"');
});

test('submodules, all of them, and a table of contents can be asked for', async () => {
  const { ask } = await testApi();
  const sections = async (query: Record<string, string>) => (await ask({ action: 'help', ...query })).body;
  expect(await sections({ submodules: '' })).toContain('<section id="query">');
  expect(await sections({ submodules: '' })).not.toContain('<section id="query+tokens">');
  expect(await sections({ recursivesubmodules: '', toc: '' })).toContain('href="#query+tokens"');
});

test('wrap puts the page into the answer', async () => {
  const { json } = await testApi();
  expect((await json({ action: 'help', wrap: '' })).help).toEqual({
    mime: 'text/html',
    filename: 'api-help.html',
    help: expect.stringContaining('<section id="main">'),
  });
});

test('an unknown module is an error', async () => {
  const { json } = await testApi();
  expect((await json({ action: 'help', modules: '<b>' })).error.code).toBe('badmodule');
});

test('what the caller sends never becomes markup', async () => {
  const { ask } = await testApi();
  const evil = '"><script>alert(1)</script>';
  const queries: Record<string, string>[] = [
    { modules: evil },
    { uselang: evil },
    { requestid: evil },
    { [evil]: evil },
  ];
  for (const query of queries) {
    for (const action of ['help', 'query']) {
      expect((await ask({ action, format: 'jsonfm', ...query })).body).not.toContain('<script>');
    }
  }
});
