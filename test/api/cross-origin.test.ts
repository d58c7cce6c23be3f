import { expect, test } from 'vitest';
import { header, testApi } from './support.ts';

const api = () => testApi({ config: { api: { allowedOrigins: ['*.example.org', 'app.example.net'] } } });
const tokens = { action: 'query', meta: 'tokens' };
const from = (origin: string) => ({ headers: { origin } });

test('pages of allowed hosts may read the answer', async () => {
  const { ask } = await api();
  for (const origin of ['https://www.example.org', 'http://a.b.example.org', 'https://app.example.net']) {
    const answer = await ask({ ...tokens, origin }, from(origin));
    expect(header(answer, 'Access-Control-Allow-Origin')).toBe(origin);
    expect(header(answer, 'Access-Control-Allow-Credentials')).toBe('true');
  }
});

test('pages of other hosts may not, but the request runs', async () => {
  const { ask } = await api();
  for (const origin of ['https://example.org', 'https://evilexample.org', 'https://app.example.net:8080', 'null']) {
    const answer = await ask({ ...tokens, origin }, from(origin));
    expect(header(answer, 'MediaWiki-CORS-Rejection')).toBe('Origin mismatch');
    expect(header(answer, 'Access-Control-Allow-Origin')).toBeUndefined();
    expect(answer.status).toBe(200);
  }
});

test('an origin that is not the header is refused with 403', async () => {
  const { ask } = await api();
  const answer = await ask({ ...tokens, origin: 'https://www.example.org' }, from('https://app.example.net'));
  expect(answer.status).toBe(403);
  expect(header(answer, 'Cache-Control')).toBe('no-cache');
});

test('a preflight answers with methods and headers only', async () => {
  const { ask } = await api();
  const headers = {
    origin: 'https://www.example.org',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'Content-Type',
  };
  const answer = await ask({ ...tokens, origin: headers.origin }, { method: 'OPTIONS', headers });
  expect(answer.body).toBe('');
  expect(header(answer, 'Access-Control-Allow-Methods')).toBe('POST, GET, HEAD');
  expect(header(answer, 'Access-Control-Allow-Headers')).toBe('Content-Type');
  const evil = { ...headers, 'access-control-request-headers': 'X-Evil' };
  const refused = await ask({ ...tokens, origin: headers.origin }, { method: 'OPTIONS', headers: evil });
  expect(header(refused, 'Access-Control-Allow-Origin')).toBeUndefined();
});

test.each([
  ['origin=*', { origin: '*' }, {}],
  ['callback', { callback: 'f' }, {}],
  ['Treat-as-Untrusted', {}, { headers: { 'treat-as-untrusted': '1' } }],
])('%s: no token is given and nobody is signed in', async (_, query, how) => {
  const { ask } = await api();
  const answer = await ask({ ...tokens, type: 'csrf|login', ...query }, how);
  expect(answer.body).not.toContain('csrftoken');
  expect(header(answer, 'MediaWiki-Login-Suppressed')).toBe('true');
  expect(answer.cookies).toEqual([]);
});

test('origin=* may be read by everybody, without credentials', async () => {
  const { ask } = await api();
  const answer = await ask({ ...tokens, origin: '*' });
  expect(header(answer, 'Access-Control-Allow-Origin')).toBe('*');
  expect(header(answer, 'Access-Control-Allow-Credentials')).toBe('false');
});

test('crossorigin is unknown to MediaWiki 1.39', async () => {
  const old = await testApi({ config: { api: { compat: '1.39' } } });
  expect((await old.json({ ...tokens, crossorigin: '', errorformat: 'none' })).warnings).toEqual([
    { code: 'unrecognizedparams', module: 'main' },
  ]);
});
