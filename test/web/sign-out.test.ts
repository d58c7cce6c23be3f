import { expect, test } from 'vitest';
import { Browser, signedInAs, signIn } from './browser.ts';
import { PASSWORD, useServer } from './support.ts';

const server = useServer();

test('the page signs nobody out; its button does', async () => {
  const browser = new Browser(server());
  await signIn(browser, 'Alice', PASSWORD);
  const page = await browser.open('/wiki/Special:UserLogout');
  expect(await signedInAs(browser)).toBe('Alice');
  const done = await browser.send(page, {}, 'wpToken');
  expect(done.text).toContain('You are signed out.');
  expect(done.html).not.toContain('lk-nav__name');
  expect(await signedInAs(browser)).toBeNull();
});

test('a form of another site signs nobody out', async () => {
  const browser = new Browser(server());
  await signIn(browser, 'Alice', PASSWORD);
  const page = await browser.open('/wiki/Special:UserLogout', { body: { wpToken: '+\\' } });
  expect(page.errors).toHaveLength(1);
  expect(await signedInAs(browser)).toBe('Alice');
});
