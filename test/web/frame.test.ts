import { expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { useServer } from './support.ts';

const server = useServer();

test('the address of the site leads to the start page', async () => {
  const page = await new Browser(server()).open('/');
  expect(page.url.pathname).toBe('/wiki/Main_Page');
  expect(page.status).toBe(200);
});

test.each(['/wiki/Special:Nothing', '/wiki/Some_page', '/w/index.php?title=Other'])(
  '%s is told not to be a page',
  async (path) => {
    const page = await new Browser(server()).open(path);
    expect(page.status).toBe(404);
    expect(page.title).toBe('There is no such page');
    expect(page.html).not.toContain('Nothing');
  },
);

test('a page allows no frame, no foreign script and no copy in a cache', async () => {
  const { headers, html } = await new Browser(server()).open('/wiki/Special:UserLogin');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/);
});

test('its files may be kept for ever, under an address that changes with them', async () => {
  const browser = new Browser(server());
  const { html } = await browser.open('/wiki/Main_Page');
  const addresses = [...html.matchAll(/(?:href|src)="(\/w\/assets\/[^"]+)"/g)].map(([, address]) => address as string);
  expect(addresses.map((address) => address.split('/').at(-1))).toEqual([
    'icon.svg',
    'tokens.css',
    'tokens-dark.css',
    'codex.css',
    'style.css',
    'enhance.js',
  ]);
  for (const address of addresses) {
    const file = await browser.open(address);
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(file.headers.get('content-type')).toMatch(/^(text\/(css|javascript); charset=utf-8|image\/svg\+xml)$/);
    expect(file.html.length).toBeGreaterThan(200);
  }
  const other = (addresses[0] as string).replace(/[0-9a-f]{12}/, '000000000000');
  expect((await browser.open(other)).headers.get('cache-control')).toBe('public, no-cache');
  expect((await browser.open('/w/assets/000000000000/../../package.json')).status).toBe(404);
});

test('a language that runs from right to left turns the page round, and its links keep it', async () => {
  const { html } = await new Browser(server()).open('/wiki/Special:UserLogin?uselang=he');
  expect(html).toContain('<html lang="he" dir="rtl">');
  expect(html).toContain('codex-rtl.css');
  expect(html).toContain('href="/wiki/Special:CreateAccount?uselang=he"');
});

test('names are never markup', async () => {
  const browser = new Browser(server());
  const page = await browser.open(`/wiki/Special:UserLogin?wpName=${encodeURIComponent('"><script>x</script>')}`);
  expect(page.html).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
});
