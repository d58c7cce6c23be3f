import { afterEach, expect, test } from 'vitest';
import type { ConfigInput } from '../../src/config/index.ts';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';
import { Browser, type Page, signedInAs } from './browser.ts';

let server: TestServer;
afterEach(() => server.close());

const start = async (captcha: ConfigInput['captcha']): Promise<Browser> => {
  server = await createTestServer({ config: { captcha } });
  return new Browser(server);
};

const fields = { username: 'Nora', password: 'nora-has-a-long-one', retype: 'nora-has-a-long-one' };

function answer(browser: Browser, page: Page): string {
  const client = server.client();
  for (const [name, value] of browser.cookies) client.cookies.set(name, value);
  return server.captchaAnswer(client, page.forms[0]?.values.captchaId ?? '') as string;
}

test('a question is shown, and its answer makes the account', async () => {
  const browser = await start({
    kind: 'question',
    questions: [{ question: 'What <b>comes</b> after one?', answers: ['two'] }],
  });
  const page = await browser.open('/wiki/Special:CreateAccount');
  expect(page.html).toContain('What <b>comes</b> after one?');
  await browser.send(page, { ...fields, captchaWord: 'two' });
  expect(await signedInAs(browser)).toBe('Nora');
});

test('a wrong answer is pointed at, and another question asked', async () => {
  const browser = await start({ kind: 'simple' });
  const first = await browser.open('/wiki/Special:CreateAccount');
  const again = await browser.send(first, { ...fields, captchaWord: '-99999' });
  expect(again.html).toMatch(/name="captchaWord"[^>]* aria-invalid="true"/);
  expect(again.forms[0]?.values.captchaId).not.toBe(first.forms[0]?.values.captchaId);
  await browser.send(again, { ...fields, captchaWord: answer(browser, again) });
  expect(await signedInAs(browser)).toBe('Nora');
});

test('a picture is fetched by the same browser', async () => {
  const browser = await start({ kind: 'image' });
  const page = await browser.open('/wiki/Special:CreateAccount');
  const source = /lk-captcha__image"\s+src="([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await browser.open(source)).headers.get('content-type')).toBe('image/png');
  await browser.send(page, { ...fields, captchaWord: answer(browser, page) });
  expect(await signedInAs(browser)).toBe('Nora');
});
