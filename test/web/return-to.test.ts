import { expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { PASSWORD, useServer } from './support.ts';

const server = useServer();

const after = async (query: string): Promise<URL> => {
  const browser = new Browser(server());
  const form = await browser.open(`/wiki/Special:UserLogin?${query}`);
  return (await browser.send(form, { username: 'Alice', password: PASSWORD })).url;
};

test('a sign-in leads back to where the person came from', async () => {
  const url = await after('returnto=Special:BotPasswords&returntoquery=a%3Db%26title%3DEvil');
  expect(url.pathname + url.search).toBe('/wiki/Special:BotPasswords?a=b');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'Special:UserLogout',
  ' ',
])('but never to another site or into a circle: %s', async (target) => {
  const url = await after(`returnto=${encodeURIComponent(target)}`);
  expect(url.origin).toBe(new URL(server().url).origin);
  expect(url.pathname).toMatch(/^\/wiki\/[^/\\]/);
  expect(url.pathname).not.toMatch(/UserLogout/);
});
