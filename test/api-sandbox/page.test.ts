import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';

let server: TestServer;
let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  server = await createTestServer();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});
beforeEach(async () => {
  page = await browser.newPage();
  page.setDefaultTimeout(5000);
  errors.length = 0;
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    // Browsers ask for an icon, which there is not.
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) errors.push(message.text());
  });
});
afterEach(async () => {
  await page.close();
  expect(errors).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens the sandbox with these values. */
async function open(hash = ''): Promise<void> {
  await page.goto(`${server.url}/wiki/Special:ApiSandbox${hash}`);
  await page.getByLabel('action', { exact: true }).waitFor();
}

async function answer(): Promise<Record<string, unknown>> {
  await page.getByRole('button', { name: 'Send the request' }).click();
  return JSON.parse((await page.locator('.lk-sandbox__answer').textContent()) as string);
}

test('a link opens the form filled in, and the request can be sent', async () => {
  await open('#action=query&meta=tokens&type=login');
  expect(await answer()).toMatchObject({ query: { tokens: { logintoken: expect.stringMatching(/\+\\$/) } } });
  expect(await page.locator('details', { hasText: 'curl' }).locator('pre').textContent()).toContain("'type=login'");
});

test('choosing modules brings their parameters', async () => {
  await open();
  await page.getByLabel('meta', { exact: true }).selectOption('userinfo');
  await page.getByLabel('uiprop').selectOption(['groups', 'rights']);
  expect(await answer()).toMatchObject({ query: { userinfo: { groups: ['*'], rights: expect.anything() } } });
  expect(new URL(page.url()).hash).toContain('uiprop=groups%7Crights');
});

test('tokens are filled in, fields of forms are sent, and neither gets into the address', async () => {
  await open('#action=createaccount&createreturnurl=http%3A%2F%2Flocalhost%2F');
  const row = page.locator('.lk-field', { hasText: 'createtoken' });
  await row.getByRole('button').click();
  await expect.poll(() => row.locator('input').inputValue()).toMatch(/\+\\$/);
  await page.getByLabel('Fields of forms').fill('username=By hand\npassword=S0me-Longer-One\nretype=S0me-Longer-One');
  expect(await answer()).toEqual({ createaccount: { status: 'PASS', username: 'By hand' } });
  expect(page.url()).toContain('createreturnurl');
  expect(page.url()).not.toMatch(/token=|S0me/);
});

test('every module has a form', async () => {
  await open();
  const actions = await page.getByLabel('action', { exact: true }).locator('option').allTextContents();
  expect(actions.length).toBeGreaterThan(15);
  for (const action of actions.filter((name) => name !== '' && !name.startsWith('('))) {
    await page.getByLabel('action', { exact: true }).selectOption(action);
    await page.locator(`details[id="lk-module-${action}"]`).waitFor();
  }
});

test('without scripts a form asks the API', async () => {
  const html = await (await fetch(`${server.url}/wiki/Special:ApiSandbox?meta=userinfo`)).text();
  expect(html).toMatch(/<form method="get" action="\/w\/api.php">/);
  expect(html).toMatch(/name="meta"[^>]* value="userinfo"/);
});
