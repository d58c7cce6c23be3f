import { gunzipSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { asked, echo, memoryServices, startSite, wire } from './support.ts';

test.each(['/w/api.php', '/api.php'])('%s is the API', async (path) => {
  const { url } = await startSite();
  const answer = await wire(url, `${path}?action=query&x=%C3%A9`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: 'a=b' },
    body: 'y=1+2',
  });
  expect(answer.status).toBe(200);
  expect(asked(answer)).toMatchObject({
    method: 'POST',
    query: { action: 'query', x: 'é' },
    body: { y: '1 2' },
    cookies: { a: 'b' },
    address: '127.0.0.1',
    origin: url,
    id: answer.headers['x-request-id'],
  });
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{24}$/);
});

test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'TRACE', 'QUERY'])(
  'the API gets method %s',
  async (method) => {
    const { url } = await startSite();
    expect(asked(await wire(url, '/w/api.php?a=1', { method }))).toMatchObject({ method, query: { a: '1' } });
  },
);

test('HEAD has headers and no body', async () => {
  const { url } = await startSite();
  const answer = await wire(url, '/w/api.php', { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toContain('json');
  expect(answer.body).toHaveLength(0);
});

test.each(['application/json', 'text/plain', 'nonsense', 'a/b/c; d', ''])(
  'a body of type %j is ignored',
  async (type) => {
    const { url } = await startSite();
    const answer = await wire(url, '/w/api.php', { method: 'POST', headers: { 'Content-Type': type }, body: 'a=1' });
    expect(answer.status).toBe(200);
    expect(asked(answer).body).toEqual({});
  },
);

test.each(['application/x-www-form-urlencoded', 'APPLICATION/X-WWW-Form-Urlencoded;charset=ISO-8859-1'])(
  'a body of type %j is read',
  async (type) => {
    const { url } = await startSite();
    const answer = await wire(url, '/w/api.php', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: 'a=%C3%A9',
    });
    expect(asked(answer).body).toEqual({ a: 'é' });
  },
);

test('path info behind api.php leads back to it', async () => {
  const { url } = await startSite();
  const answer = await wire(url, '/w/api.php/extra?action=query');
  expect([answer.status, answer.headers.location]).toEqual([301, '/w/api.php?action=query']);
});

test('the root leads to the start page, other addresses to nothing', async () => {
  const { url } = await startSite();
  expect((await wire(url, '/')).headers.location).toBe('/wiki/Main_Page');
  expect((await wire(url, '/nowhere')).status).toBe(404);
});

test('pages get everything else', async () => {
  const { url } = await startSite({
    pages: async (request) =>
      request.path === '/wiki/Special:Version'
        ? { status: 200, headers: [['Content-Type', 'text/html']], body: 'page' }
        : null,
  });
  expect((await wire(url, '/wiki/Special:Version?x=1')).body.toString()).toBe('page');
  expect((await wire(url, '/wiki/Other')).status).toBe(404);
});

test('cookies of an answer are sent in their order', async () => {
  const cookies = [
    { name: 'a', value: '1', maxAge: null },
    { name: 'b', value: null, maxAge: null },
  ];
  const { url } = await startSite({ api: echo({ cookies }), config: { sessions: { sameSite: 'Lax' } } });
  expect((await wire(url, '/w/api.php')).headers['set-cookie']).toEqual([
    'a=1; path=/; SameSite=Lax; HttpOnly',
    'b=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; SameSite=Lax; HttpOnly',
  ]);
});

test('a body that is too large is 413 with the limit', async () => {
  const { url } = await startSite({ config: { http: { bodyLimitBytes: 2000 } } });
  const body = `a=${'x'.repeat(3000)}`;
  const answer = await wire(url, '/w/api.php', { method: 'POST', headers: { 'Content-Length': '3002' }, body });
  expect(answer.status).toBe(413);
  expect(answer.body.toString()).toContain('2000 bytes');
});

test.each([
  ['gzip', gunzipSync],
  ['deflate', inflateSync],
] as const)('a long answer is sent as %s when that is accepted', async (encoding, unpack) => {
  const { url } = await startSite({ api: echo({ body: 'text '.repeat(1000) }) });
  const packed = await wire(url, '/w/api.php', { headers: { 'Accept-Encoding': encoding } });
  expect(packed.headers['content-encoding']).toBe(encoding);
  expect(unpack(packed.body).toString()).toBe('text '.repeat(1000));
  const unpacked = await wire(url, '/w/api.php', { headers: { 'Accept-Encoding': `br, ${encoding};q=0` } });
  expect(unpacked.headers['content-encoding']).toBeUndefined();
  expect(unpacked.headers.vary).toBe('Accept-Encoding');
});

test('an API that breaks is a 500 that shows nothing but the request id', async () => {
  const { url } = await startSite({
    api: {
      async handle() {
        throw new Error('secret detail');
      },
    },
  });
  const answer = await wire(url, '/w/api.php');
  expect(answer.status).toBe(500);
  expect(answer.body.toString()).not.toContain('secret');
  expect(answer.body.toString()).toContain(answer.headers['x-request-id']);
  expect((await wire(url, '/healthz')).status).toBe(200);
});

test('readyz answers 503 once the database is gone', async () => {
  const services = await memoryServices();
  const { createHttp } = await import('../../src/http/index.ts');
  let down = false;
  const ping = async () => {
    if (down) throw new Error('gone');
  };
  const stores = { ...services.stores, ping };
  const server = await createHttp({ services: { ...services, stores }, api: echo() }).listen({ port: 0 });
  expect((await wire(server.url, '/readyz')).status).toBe(200);
  down = true;
  const answer = await wire(server.url, '/readyz');
  expect(answer.status).toBe(503);
  expect(JSON.parse(answer.body.toString())).toMatchObject({
    ready: false,
    stores: { database: { ok: false }, volatile: { ok: true } },
  });
  await server.close();
});

test('metrics count requests by module and result, and unknown modules together', async () => {
  const api = {
    async handle(request: { query: ReadonlyMap<string, { value: string | null }> }) {
      const wrong = request.query.get('action')?.value?.startsWith('bad');
      return { status: 200, headers: wrong ? [['MediaWiki-API-Error', 'badvalue'] as const] : [], body: '{}' };
    },
  };
  const { url } = await startSite({ api });
  for (const action of ['login', 'login', 'bad1', 'bad2']) await wire(url, `/w/api.php?action=${action}`);
  const text = (await wire(url, '/metrics')).body.toString();
  expect(text).toContain('latchkey_requests_total{module="login",result="ok"} 2\n');
  expect(text).toContain('latchkey_requests_total{module="unknown",result="badvalue"} 2\n');
  expect(text).toContain('latchkey_mail_queued 0\n');
  expect(text).toContain('# TYPE latchkey_request_duration_seconds histogram\n');
  expect(text).toContain('latchkey_request_duration_seconds_bucket{le="+Inf"} 4\n');
  expect(text).toContain('latchkey_request_duration_seconds_count 4\n');
  expect(text).toContain('latchkey_process_resident_memory_bytes');
});

test('metrics are refused to addresses that are not allowed', async () => {
  const { url } = await startSite({ config: { metrics: { allowedAddresses: ['192.0.2.0/24'] } } });
  expect((await wire(url, '/metrics')).status).toBe(403);
});
