import { expect, test } from 'vitest';
import { type CookieSettings, parseCookies, writeCookie } from '../../src/http/cookies.ts';

const plain: CookieSettings = { domain: null, sameSite: '', secure: 'auto' };
const now = Date.UTC(2026, 0, 1);

test('a lasting cookie has its attributes in MediaWiki’s order', () => {
  const line = writeCookie(
    { name: 'wUserName', value: 'Alice Smith', maxAge: 2_592_000 },
    { domain: 'example.org', sameSite: 'Lax', secure: 'auto' },
    true,
    now,
  );
  expect(line).toBe(
    'wUserName=Alice%20Smith; expires=Sat, 31 Jan 2026 00:00:00 GMT; Max-Age=2592000; path=/; domain=example.org; ' +
      'secure; SameSite=Lax; HttpOnly',
  );
});

test('a session cookie has no end', () => {
  expect(writeCookie({ name: 'w_session', value: 'abc', maxAge: null }, plain, false, now)).toBe(
    'w_session=abc; path=/; HttpOnly',
  );
});

test('a deleted cookie has MediaWiki’s form', () => {
  expect(writeCookie({ name: 'w_session', value: null, maxAge: null }, plain, false, now)).toBe(
    'w_session=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/; HttpOnly',
  );
});

test.each([
  ['auto', true, true],
  ['auto', false, false],
  [true, false, true],
  [false, true, false],
] as const)('secure %j on https %j: %j', (secure, https, expected) => {
  const line = writeCookie({ name: 'a', value: 'b', maxAge: null }, { ...plain, secure }, https, now);
  expect(line.includes('; secure')).toBe(expected);
});

test('SameSite=None is left out where browsers would refuse it', () => {
  const write = (https: boolean) =>
    writeCookie({ name: 'a', value: 'b', maxAge: null }, { ...plain, sameSite: 'None' }, https, now);
  expect(write(false)).not.toContain('SameSite');
  expect(write(true)).toContain('SameSite=None');
});

test.each([
  ['a=1; b=2', { a: '1', b: '2' }],
  ['a=1; a=2', { a: '1' }],
  ['n=Alice%20%C3%A9+x', { n: 'Alice é+x' }],
  ['s=abc, path=/; HttpOnly', { s: 'abc' }],
  ['s=abc; path=/; HttpOnly', { s: 'abc', path: '/' }],
  ['bare; =x; a=', { a: '' }],
  ['n=%zz%FF', { n: '%zzÿ' }],
])('the header %j', (header, expected) => {
  expect(Object.fromEntries(parseCookies(header))).toEqual(expected);
});
