import { expect, test } from 'vitest';
import { Browser, signedInAs, signIn } from './browser.ts';
import { PASSWORD, useServer } from './support.ts';

const server = useServer();

const fields = { username: 'Nora', password: 'nora-has-a-long-one', retype: 'nora-has-a-long-one' };

test('an account is made and its owner signed in', async () => {
  const browser = new Browser(server());
  const form = await browser.open('/wiki/Special:CreateAccount?returnto=Main_Page');
  expect(form.forms[0]?.autocomplete).toMatchObject({ username: 'username', password: 'new-password', email: 'email' });
  const page = await browser.send(form, { ...fields, email: 'nora@example.org' });
  expect(page.text).toContain('The account Nora was created.');
  expect(await signedInAs(browser)).toBe('Nora');
  expect((await browser.open('/wiki/Main_Page')).text).not.toContain('was created');
  await server().settled();
  expect(server().mailbox.messages.map(({ to }) => to)).toEqual(['nora@example.org']);
});

test.each([
  ['a second password that differs', { retype: 'something-else-1' }, 'retype'],
  ['a name that is taken', { username: 'alice' }, 'username'],
  ['a name that cannot be', { username: 'a#b' }, 'username'],
  ['a common password', { password: 'password1', retype: 'password1' }, 'password'],
  ['a wrong mail address', { email: 'nowhere' }, 'email'],
])('%s is pointed at in its field', async (_, wrong, field) => {
  const browser = new Browser(server());
  const page = await browser.send(await browser.open('/wiki/Special:CreateAccount'), { ...fields, ...wrong });
  expect(page.html).toMatch(new RegExp(`name="${field}"[^>]* aria-invalid="true"`));
  expect(page.html).not.toContain(fields.password);
  expect(await signedInAs(browser)).toBeNull();
});

test('a form without the right token makes nothing', async () => {
  const browser = new Browser(server());
  const form = await browser.open('/wiki/Special:CreateAccount');
  const page = await browser.send(form, { ...fields, wpToken: 'wrong+\\' });
  expect(page.errors[0]).toContain('session');
  expect(await server().services.accounts.byName('Nora')).toBeNull();
});

test('somebody who is signed in makes another account and stays who they are', async () => {
  const browser = new Browser(server());
  await signIn(browser, 'Alice', PASSWORD);
  await browser.send(await browser.open('/wiki/Special:CreateAccount'), { ...fields, reason: 'a bot' });
  expect(await signedInAs(browser)).toBe('Alice');
  expect(await server().services.accounts.byName('Nora')).not.toBeNull();
});
