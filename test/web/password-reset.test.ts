import { expect, test } from 'vitest';
import { Browser, signedInAs, signIn } from './browser.ts';
import { useServer } from './support.ts';

const server = useServer();

const ask = async (browser: Browser, fields: Record<string, string>) =>
  browser.send(await browser.open('/wiki/Special:PasswordReset'), fields);

test('a mailed password leads to a new one, and in', async () => {
  const browser = new Browser(server());
  await ask(browser, { username: 'alice' });
  await server().settled();
  const mailed = /Temporary password:\s+(\S+)/.exec(server().mailbox.messages[0]?.text ?? '')?.[1] as string;
  const step = await signIn(browser, 'Alice', mailed);
  expect(await signedInAs(browser)).toBeNull();
  expect(step.forms[0]?.autocomplete).toMatchObject({ password: 'new-password', retype: 'new-password' });
  const again = await browser.send(step, { password: 'a-new-long-one-1', retype: 'a-new-long-one-2' });
  expect(again.html).toMatch(/name="retype"[^>]* aria-invalid="true"/);
  await browser.send(again, { password: 'a-new-long-one-1', retype: 'a-new-long-one-1' });
  expect(await signedInAs(browser)).toBe('Alice');
});

test('the answer is the same for accounts that there are not', async () => {
  const known = await ask(new Browser(server()), { username: 'Alice' });
  const unknown = await ask(new Browser(server()), { username: 'Nobody' });
  expect(unknown.text).toBe(known.text.replace('Alice', 'Nobody'));
});

test('nothing at all, or no address, is pointed at', async () => {
  expect((await ask(new Browser(server()), { username: '', email: '' })).errors).toHaveLength(1);
  const page = await ask(new Browser(server()), { username: '', email: 'nowhere' });
  expect(page.html).toMatch(/name="email"[^>]* aria-invalid="true"/);
  await server().settled();
  expect(server().mailbox.messages).toEqual([]);
});

test('a form without the right token mails nothing', async () => {
  const browser = new Browser(server());
  const page = await browser.open('/wiki/Special:PasswordReset', { body: { username: 'Alice', wpToken: '+\\' } });
  expect(page.errors[0]).toContain('session');
  await server().settled();
  expect(server().mailbox.messages).toEqual([]);
});
