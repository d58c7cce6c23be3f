import { expect, test } from 'vitest';
import { Browser, signedInAs, signIn } from './browser.ts';
import { PASSWORD, useServer } from './support.ts';

const server = useServer();

/** Changes Alice's address; the links of the mail that goes to the new one. */
async function change(browser: Browser): Promise<{ confirm: string; invalidate: string }> {
  await signIn(browser, 'Alice', PASSWORD);
  const form = await browser.open('/wiki/Special:ChangeEmail');
  const page = await browser.send(form, { email: 'new@example.org' });
  expect(page.text).toContain('new@example.org');
  await server().settled();
  const mail = server().mailbox.messages.find(({ to }) => to === 'new@example.org')?.text ?? '';
  const link = (name: string): string => new RegExp(`https?://\\S+Special:${name}/\\S+`).exec(mail)?.[0] as string;
  return { confirm: link('ConfirmEmail'), invalidate: link('InvalidateEmail') };
}

const confirmed = async (): Promise<boolean> =>
  (await server().services.accounts.byName('Alice'))?.emailConfirmedAt !== null;

test('a changed address is told to the old one, and confirmed by the link and a press of its button', async () => {
  const { confirm } = await change(new Browser(server()));
  expect(
    server()
      .mailbox.messages.map(({ to }) => to)
      .sort(),
  ).toEqual(['alice@example.org', 'new@example.org']);
  expect(await confirmed()).toBe(false);
  const anybody = new Browser(server());
  const page = await anybody.open(confirm);
  expect(await confirmed()).toBe(false);
  expect((await anybody.send(page, {}, 'wpToken')).text).toContain('Your mail address is confirmed.');
  expect(await confirmed()).toBe(true);
  expect((await anybody.open(confirm)).status).toBe(400);
});

test('the other link makes the first one worthless', async () => {
  const { confirm, invalidate } = await change(new Browser(server()));
  const anybody = new Browser(server());
  await anybody.send(await anybody.open(invalidate), {}, 'wpToken');
  expect((await anybody.open(confirm)).status).toBe(400);
  expect(await confirmed()).toBe(false);
});

test('a link that is made up, or too old, confirms nothing', async () => {
  const browser = new Browser(server());
  expect((await browser.open('/wiki/Special:ConfirmEmail/0123456789abcdef')).status).toBe(400);
  const { confirm } = await change(browser);
  server().clock.advance(8 * 86_400_000);
  expect((await new Browser(server()).open(confirm)).status).toBe(400);
});

test('the same address, a wrong one, and a form without the right token change nothing', async () => {
  const browser = new Browser(server());
  await signIn(browser, 'Alice', PASSWORD);
  const form = await browser.open('/wiki/Special:ChangeEmail');
  const attempts: Record<string, string>[] = [
    { email: 'alice@example.org' },
    { email: 'nowhere' },
    { email: 'x@example.org', wpToken: '+\\' },
  ];
  for (const sent of attempts) {
    expect((await browser.send(form, sent)).errors.length).toBeGreaterThan(0);
  }
  expect((await server().services.accounts.byName('Alice'))?.email).toBe('alice@example.org');
});

test('an old sign-in must be renewed first, and leads back', async () => {
  const browser = new Browser(server());
  const form = await browser.open('/wiki/Special:UserLogin');
  await browser.send(form, { username: 'Alice', password: PASSWORD, rememberMe: '1' });
  server().clock.advance(2 * 3_600_000);
  expect(await signedInAs(browser)).toBe('Alice');
  const login = await browser.open('/wiki/Special:ChangeEmail');
  expect(login.url.pathname).toBe('/wiki/Special:UserLogin');
  expect(login.text).toContain('You must sign in again');
  expect(login.forms[0]?.values.username).toBe('Alice');
  expect((await browser.send(login, { password: PASSWORD })).url.pathname).toBe('/wiki/Special:ChangeEmail');
});
