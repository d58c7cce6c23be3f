import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { clientOf, failureOf, serve, startServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const told = async (promise: Parameters<typeof failureOf>[0]) => (await failureOf(promise))[1] as string;

const formats = [1, 2].flatMap((formatversion) =>
  (['bc', 'plaintext', 'wikitext', 'html', 'raw', 'none'] as const).map((errorformat) => ({
    formatversion: formatversion as 1 | 2,
    errorformat,
  })),
);

test.each(formats)('an error of the API has its code and a text in %o', async (format) => {
  const api = clientOf(server.api, { parameters: { ...format } });
  const args = await failureOf(api.get({ action: 'query', assert: 'user' }));
  expect(args[0]).toBe('assertuserfailed');
  const text = api.getErrorMessage(args[1] as string);
  if (format.errorformat === 'raw' || format.errorformat === 'none') expect(text).toBe('assertuserfailed');
  else expect(text).toMatch(/^[A-Z][^<]{10,}\.$/);
});

test('markup becomes text', () => {
  const html = 'No <b>such</b> &lt;thing&gt; &amp; &quot;more&quot;';
  const errors = [
    { code: 'a', html },
    { code: 'b', '*': 'Two' },
  ];
  expect(clientOf(server.api).getErrorMessage({ errors })).toBe('No such <thing> & "more"\nTwo');
});

test('what went wrong on the way has a text too', async () => {
  const api = clientOf(await serve((_request, response) => response.writeHead(502).end()));
  const texts = [
    api.getErrorMessage(await told(api.get({}))),
    api.getErrorMessage(await told(clientOf('http://127.0.0.1:1/').get({}))),
    api.getErrorMessage(await told(clientOf(await serve(() => {}), { ajax: { timeout: 5 } }).get({}))),
    api.getErrorMessage(await told(clientOf(await serve((_request, response) => response.end('<p>'))).get({}))),
    api.getErrorMessage(await told(clientOf(await serve((_request, response) => response.end('""'))).get({}))),
    api.getErrorMessage({}),
  ];
  expect(texts).toEqual([
    'The server answered with HTTP status 502.',
    expect.stringContaining('cannot be reached'),
    expect.stringContaining('in time'),
    ...Array(3).fill(expect.stringContaining('no answer of the API')),
  ]);
});
