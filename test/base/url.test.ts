import { expect, test } from 'vitest';
import { isAbsoluteReturnUrl, isLoopbackUrl } from '../../src/base/url.ts';

test.each([
  'http://a',
  'HTTPS://a.b/c?d#e',
  'ftp://a',
  'mailto:a@b',
  'irc:a',
  'http:',
  'http:foo',
  'http:/x',
  'urn:',
  'http://u:p@a:80/',
  'http://[::1]:80/',
  'http://a:',
  'tel:+12',
])('%s is accepted as a return address', (url) => {
  expect(isAbsoluteReturnUrl(url)).toBe(true);
});

test.each([
  '',
  '/x',
  'x',
  '//a',
  'http://',
  'http:///x',
  'http:80',
  'http://:80',
  'http://a:99999',
  'http://a:x',
  'http://a@',
  'javascript:alert(1)',
  'data:x',
  'file:///x',
  'foo://x',
  ':x',
  ' http://a',
])('%j is refused as a return address', (url) => {
  expect(isAbsoluteReturnUrl(url)).toBe(false);
});

test('loopback addresses', () => {
  for (const url of [
    'http://localhost',
    'https://app.localhost:8/x',
    'http://127.1.2.3/',
    'http://[::1]:80',
    'http://0x7f.1',
  ]) {
    expect(isLoopbackUrl(url), url).toBe(true);
  }
  for (const url of [
    'http://localhost.example',
    'ftp://localhost',
    'http://127.0.0.1.example',
    'http://localhost@example',
    '/x',
    'http://128.0.0.1',
  ]) {
    expect(isLoopbackUrl(url), url).toBe(false);
  }
});
