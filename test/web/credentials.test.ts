import { expect, test } from 'vitest';
import { Browser, signedInAs, signIn } from './browser.ts';
import { PASSWORD, totpCode, useServer } from './support.ts';

const server = useServer();

const signedIn = async (name = 'Alice'): Promise<Browser> => {
  const browser = new Browser(server());
  await signIn(browser, name, PASSWORD);
  return browser;
};

test('a new password replaces the old one and keeps this sign-in', async () => {
  const browser = await signedIn();
  const elsewhere = await signedIn();
  const form = await browser.open('/wiki/Special:ChangePassword');
  server().clock.advance(1000);
  const wrong = await browser.send(form, { password: 'a-new-long-one-1', retype: 'a-new-long-one-2' });
  expect(wrong.html).toMatch(/name="retype"[^>]* aria-invalid="true"/);
  const done = await browser.send(wrong, { password: 'a-new-long-one-1', retype: 'a-new-long-one-1' });
  expect(done.text).toContain('Your credentials were changed.');
  expect(await signedInAs(browser)).toBe('Alice');
  expect(await signedInAs(elsewhere)).toBeNull();
  const later = new Browser(server());
  await signIn(later, 'Alice', 'a-new-long-one-1');
  expect(await signedInAs(later)).toBe('Alice');
});

test('a form without the right token changes nothing', async () => {
  const browser = await signedIn();
  const form = await browser.open('/wiki/Special:ChangePassword');
  const sent = { password: 'a-new-long-one-1', retype: 'a-new-long-one-1', wpToken: '+\\' };
  expect((await browser.send(form, sent)).errors[0]).toContain('session');
  expect(await signedInAs(await signedIn())).toBe('Alice');
});

test('an authenticator app is set up, asked for, and taken off', async () => {
  const browser = await signedIn();
  const list = await browser.open('/wiki/Special:AccountSecurity');
  const link = /href="(\/wiki\/Special:ChangeCredentials\?wpRequest=TwoFactor[^"]*)"/.exec(list.html)?.[1] as string;
  const form = await browser.open(link);
  const secret = (/<code>([A-Z2-7 ]{16,})<\/code>/.exec(form.html)?.[1] ?? '').replaceAll(' ', '');
  expect(form.html).toContain(`otpauth://totp/Latchkey:Alice?secret=${secret}`);
  expect((await browser.send(form, { code: '000000' })).html).toMatch(/name="code"[^>]* aria-invalid="true"/);
  const done = await browser.send(form, { code: totpCode(server(), secret) });
  expect(done.text).toContain('Your credentials were changed.');

  server().clock.advance(60_000);
  const other = new Browser(server());
  const step = await signIn(other, 'Alice', PASSWORD);
  expect(await signedInAs(other)).toBeNull();
  await other.send(step, { OATHToken: totpCode(server(), secret) });
  expect(await signedInAs(other)).toBe('Alice');

  const removal =
    /href="(\/wiki\/Special:RemoveCredentials\?wpRequest=[^"]*TOTP[^"]*|\/wiki\/Special:RemoveCredentials\?wpRequest=TwoFactor[^"]*)"/.exec(
      (await other.open('/wiki/Special:AccountSecurity')).html,
    )?.[1] ?? '';
  await other.send(await other.open(removal.replaceAll('&amp;', '&')), {}, 'wpRequest');
  expect(await signedInAs(await signedIn())).toBe('Alice');
});

test('all other sessions end, this one goes on', async () => {
  const browser = await signedIn();
  const elsewhere = await signedIn();
  server().clock.advance(1000);
  const page = await browser.open('/wiki/Special:AccountSecurity');
  expect((await browser.send(page, {}, 'wpToken')).text).toContain('signed out everywhere but here');
  expect(await signedInAs(browser)).toBe('Alice');
  expect(await signedInAs(elsewhere)).toBeNull();
});

test('visitors are asked to sign in, and come back', async () => {
  const browser = new Browser(server());
  const page = await browser.open('/wiki/Special:AccountSecurity');
  expect(page.status).toBe(403);
  expect(page.html).toContain('/wiki/Special:UserLogin?returnto=Special%3AAccountSecurity');
});

test('something that is no credential is told so', async () => {
  const browser = await signedIn();
  const page = await browser.open('/wiki/Special:ChangeCredentials?wpRequest=Nothing');
  expect(page.status).toBe(404);
  expect(page.errors[0]).toBe('"Nothing" is not a kind of credentials.');
});
