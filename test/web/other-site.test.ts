import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OidcSetup, startOidc } from '../oidc/setup.ts';
import { Browser, type Page, signedInAs, signIn } from './browser.ts';

let oidc: OidcSetup;
beforeAll(async () => {
  oidc = await startOidc();
});
afterAll(() => oidc.close());

/** What a browser does at the other site: from the redirect that led there to the page that it comes back to. */
async function visit(browser: Browser, left: Page): Promise<Page> {
  const jar = new Map<string, string>();
  let at = left.url;
  for (let hop = 0; hop < 12 && at.origin === new URL(oidc.issuer).origin; hop++) {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { Cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] as string).split(/=(.*)/s);
      jar.set(name, value);
    }
    at = new URL(response.headers.get('location') ?? '', at);
  }
  return browser.open(at.href);
}

const press = async (browser: Browser, address: string, more: Record<string, string> = {}): Promise<Page> =>
  visit(browser, await browser.send(await browser.open(address), { 'oidc-example': '1', ...more }));

test('an identity without an account is linked to one by its password, and signs in from then on', async () => {
  const browser = new Browser(oidc.server);
  const unknown = await press(browser, '/wiki/Special:UserLogin?returnto=Special:AccountSecurity');
  expect(unknown.text).toContain('no account here belongs to it yet');
  const link = /href="(\/wiki\/Special:UserLogin\?[^"]*wpPreserved[^"]*)"/.exec(unknown.html)?.[1] ?? '';
  const form = await browser.open(link.replaceAll('&amp;', '&'));
  const done = await browser.send(form, { username: 'Grace', password: 'Gr4ce-Password-1' });
  expect(done.url.pathname).toBe('/wiki/Special:AccountSecurity');

  const later = new Browser(oidc.server);
  const back = await press(later, '/wiki/Special:UserLogin?returnto=Special:AccountSecurity');
  expect(back.url.pathname).toBe('/wiki/Special:AccountSecurity');
  expect(await signedInAs(later)).toBe('Grace');

  const removal = /href="(\/wiki\/Special:UnlinkAccounts\?[^"]*)"/.exec(back.html)?.[1] ?? '';
  await later.send(await later.open(removal.replaceAll('&amp;', '&')), {}, 'wpRequest');
  expect((await press(later, '/wiki/Special:AccountSecurity')).text).toContain(
    'You can now sign in with the other account',
  );
});

test('an answer that the other site did not give to this browser signs nobody in', async () => {
  const victim = new Browser(oidc.server);
  const page = await victim.open('/wiki/Special:UserLogin?code=stolen&state=made-up');
  expect(page.errors[0]).toMatch(/begin again/);
  expect(await signedInAs(victim)).toBeNull();
  await signIn(victim, 'Grace', 'Gr4ce-Password-1');
  expect(await signedInAs(victim)).toBe('Grace');
});
