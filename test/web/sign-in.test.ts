import { expect, test } from 'vitest';
import { Browser, signedInAs, signIn } from './browser.ts';
import { PASSWORD, totpCode, useServer } from './support.ts';

const server = useServer();

test('a name and its password sign in, and lead to the start page', async () => {
  const browser = new Browser(server());
  const form = await browser.open('/wiki/Special:UserLogin');
  expect(form.forms[0]?.autocomplete).toEqual({ username: 'username', password: 'current-password' });
  const page = await browser.send(form, { username: 'Alice', password: PASSWORD });
  expect(page.url.pathname).toBe('/wiki/Main_Page');
  expect(page.text).toContain('You are signed in as Alice');
  expect(await signedInAs(browser)).toBe('Alice');
});

test('the same page stands behind index.php', async () => {
  const browser = new Browser(server());
  const form = await browser.open('/w/index.php?title=Special:UserLogin');
  await browser.send(form, { username: 'Alice', password: PASSWORD });
  expect(await signedInAs(browser)).toBe('Alice');
});

test('a wrong password shows the form again, with the name and without the password', async () => {
  const browser = new Browser(server());
  const page = await signIn(browser, 'Alice', 'wrong-password');
  expect(page.url.pathname).toBe('/wiki/Special:UserLogin');
  expect(page.errors).toHaveLength(2);
  expect(page.forms[0]?.values.username).toBe('Alice');
  expect(page.html).not.toContain('wrong-password');
  expect(page.html).toMatch(
    /id="lk-password" name="password" aria-describedby="lk-password-problem" aria-invalid="true"/,
  );
  await browser.send(page, { password: PASSWORD });
  expect(await signedInAs(browser)).toBe('Alice');
});

test('empty fields are pointed at and do not count as an attempt', async () => {
  const browser = new Browser(server());
  const page = await signIn(browser, '', '');
  expect(page.errors).toEqual([
    'Something in the form needs another look.',
    'A value is needed here.',
    'A value is needed here.',
  ]);
});

test('a form without the right token is shown again and signs nobody in', async () => {
  const browser = new Browser(server());
  const form = await browser.open('/wiki/Special:UserLogin');
  for (const wpToken of ['', 'wrong+\\']) {
    const page = await browser.send(form, { username: 'Alice', password: PASSWORD, wpToken });
    expect(page.errors[0]).toContain('session');
  }
  const other = new Browser(server());
  await other.send(form, { username: 'Alice', password: PASSWORD });
  expect(await signedInAs(browser)).toBeNull();
  expect(await signedInAs(other)).toBeNull();
});

test('a second factor is asked for; a wrong code asks again', async () => {
  const browser = new Browser(server());
  const step = await signIn(browser, 'Dora', PASSWORD);
  expect(await signedInAs(browser)).toBeNull();
  const again = await browser.send(step, { OATHToken: '000000' });
  expect(again.errors[0]).toBe('The code is not right. Enter a new one.');
  await browser.send(again, { OATHToken: totpCode(server()) });
  expect(await signedInAs(browser)).toBe('Dora');
});

test('a step whose flow is lost begins again', async () => {
  const browser = new Browser(server());
  const step = await signIn(browser, 'Dora', PASSWORD);
  server().clock.advance(31 * 60_000);
  const page = await browser.send(step, { OATHToken: totpCode(server()) });
  expect(page.errors[0]).toMatch(/begin again/);
  expect(page.forms[0]?.names).toContain('password');
});

test('ticking the box keeps the sign-in', async () => {
  const browser = new Browser(server());
  const form = await browser.open('/wiki/Special:UserLogin');
  await browser.send(form, { username: 'Alice', password: PASSWORD, rememberMe: '1' });
  for (const name of [...browser.cookies.keys()]) if (name.endsWith('_session')) browser.cookies.delete(name);
  expect(await signedInAs(browser)).toBe('Alice');
});
