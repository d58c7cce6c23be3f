import { type Browser as Chromium, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';

let server: TestServer;
let chrome: Chromium;
beforeAll(async () => {
  server = await createTestServer({ config: { captcha: { kind: 'altcha', altcha: { maxNumber: 1000 } } } });
  chrome = await chromium.launch({
    executablePath: process.env.LATCHKEY_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
});
afterAll(async () => {
  await chrome?.close();
  await server.close();
});

test('a person signs up, with the work of a CAPTCHA done by the script, signs out and in again', async () => {
  const page = await chrome.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));

  await page.goto(server.url);
  await page.getByRole('main').getByRole('link', { name: 'Create account' }).click();
  await page.getByLabel('User name').fill('Nora');
  await page.getByLabel('Password', { exact: true }).fill('nora-has-a-long-one');
  await page.getByLabel('Password once more').fill('nora-has-a-long-one');
  await page.getByText('Done: nothing has to be typed.').waitFor();
  await page.getByRole('button', { name: 'Create your account' }).click();
  await page.getByText('The account Nora was created.').waitFor();

  await page.getByRole('link', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();

  await page.getByRole('navigation').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Password').fill('nora-has-a-long-one');
  await page.getByLabel('User name').fill('Nora');
  await page.keyboard.press('Enter');
  await page.getByText('You are signed in as Nora.').waitFor();

  expect(complaints).toEqual([]);
  expect(await page.evaluate('getComputedStyle(document.querySelector(".lk-card")).borderTopWidth')).toBe('1px');
});
