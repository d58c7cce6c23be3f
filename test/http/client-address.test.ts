import { expect, test } from 'vitest';
import { createClientReader } from '../../src/http/client.ts';

const read = (peer: string, headers: Record<string, string>, trusted: string[] = []) =>
  createClientReader(trusted)({ method: 'GET', target: '/', headers, body: null, peer, encrypted: false });

test.each([
  ['nobody is trusted', '192.0.2.1', '198.51.100.7', [], '192.0.2.1'],
  ['one proxy', '127.0.0.1', '198.51.100.7', ['127.0.0.1'], '198.51.100.7'],
  ['a forged hop in front', '127.0.0.1', '10.9.9.9, 198.51.100.7', ['127.0.0.1'], '198.51.100.7'],
  ['two proxies', '10.0.0.1', '203.0.113.5, 198.51.100.7, 10.0.0.2', ['10.0.0.0/8'], '198.51.100.7'],
  ['all trusted', '10.0.0.1', '10.0.0.3, 10.0.0.2', ['10.0.0.0/8'], '10.0.0.3'],
  ['a hop that is no address', '10.0.0.1', '198.51.100.7, unknown', ['10.0.0.0/8'], '10.0.0.1'],
  ['a port', '127.0.0.1', '198.51.100.7:4711', ['127.0.0.1'], '198.51.100.7'],
  ['IPv6 in brackets', '::1', '[2001:db8::7]:4711', ['::1'], '2001:DB8:0:0:0:0:0:7'],
  ['a mapped socket address', '::ffff:127.0.0.1', '198.51.100.7', ['127.0.0.0/8'], '198.51.100.7'],
  ['a peer that is no proxy', '192.0.2.1', '198.51.100.7', ['127.0.0.1'], '192.0.2.1'],
])('%s', (_case, peer, forwarded, trusted, expected) => {
  expect(read(peer, { 'x-forwarded-for': forwarded }, trusted).address).toBe(expected);
});

test('scheme and host of a proxy are believed from a trusted one alone', () => {
  const headers = { host: 'inner:8080', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'wiki.example.org' };
  expect(read('127.0.0.1', headers, ['127.0.0.1'])).toMatchObject({ https: true, origin: 'https://wiki.example.org' });
  expect(read('192.0.2.1', headers, ['127.0.0.1'])).toMatchObject({ https: false, origin: 'http://inner:8080' });
});

test.each(['a b', 'x/y', 'evil"quote', 'a@b', 'h:99999999'])('the host %j is not repeated', (host) => {
  expect(read('192.0.2.1', { host }).origin).toBe('http://localhost');
});
