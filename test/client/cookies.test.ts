import { expect, test } from 'vitest';
import { CookieJar } from '../../src/client/index.ts';

const keep = (jar: CookieJar, url: string, ...lines: string[]): void =>
  jar.keep(url, new Headers(lines.map((line): [string, string] => ['Set-Cookie', line])));

test('cookies go back where they came from', () => {
  const jar = new CookieJar();
  keep(jar, 'https://one.example/w/api.php', 'a=1; path=/; HttpOnly', 'b=x=y; Path=/w; Secure', 'c=3; path=/wiki');
  expect(jar.header('https://one.example/w/api.php')).toBe('a=1; b=x=y');
  expect(jar.header('https://one.example/wiki')).toBe('a=1; c=3');
  expect(jar.header('https://one.example/web')).toBe('a=1');
  expect(jar.header('http://one.example/w/api.php')).toBe('a=1');
  expect(jar.header('https://one.example:8443/')).toBe('');
  expect(jar.header('https://two.example/')).toBe('');
});

test('cookies end', () => {
  const jar = new CookieJar();
  const url = 'http://one.example/';
  keep(jar, url, 'a=1', 'b=2; Max-Age=60', 'c=3; expires=Thu, 01 Jan 2099 00:00:00 GMT', 'nonsense', '=1');
  expect(jar.header(url)).toBe('a=1; b=2; c=3');
  keep(jar, url, 'a=deleted; Max-Age=0', 'c=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT');
  expect(jar.header(url)).toBe('b=2');
  jar.clear();
  expect(jar.header(url)).toBe('');
});
