import { expect, test } from 'vitest';
import type { ApiClient } from '../../src/testing/index.ts';
import { captchaServer, PASSWORD } from './support.ts';

const make = async (client: ApiClient, more: Record<string, string> = {}) => {
  const own = { action: 'createaccount', name: 'Somebody', password: PASSWORD };
  const first = (await client.post(own)) as { createaccount: { token: string } };
  return client.post({ ...own, token: first.createaccount.token, ...more });
};

interface Needed {
  readonly createaccount: { result: string; captcha: { id: string } };
}

test('the old createaccount shows a sum and takes its answer', async () => {
  const server = await captchaServer({ kind: 'simple' });
  const client = server.client();
  const needed = (await make(client)) as unknown as Needed;
  expect(needed.createaccount).toMatchObject({
    result: 'NeedCaptcha',
    captcha: { type: 'simple', mime: 'text/plain', question: expect.stringMatching(/=$/) },
  });
  const { id: captchaid } = needed.createaccount.captcha;
  const captchaword = server.captchaAnswer(client, captchaid) ?? '';
  expect(await make(client, { captchaid: '1', captchaword: '2' })).toMatchObject({
    error: { code: 'captcha-createaccount-fail' },
  });
  expect(await make(client, { captchaid, captchaword })).toMatchObject({ createaccount: { result: 'success' } });
  await server.close();
});

test('the old createaccount names the address of a picture', async () => {
  const server = await captchaServer({ kind: 'image' });
  const { captcha } = ((await make(server.client())) as unknown as Needed).createaccount;
  expect(captcha).toMatchObject({ type: 'image', mime: 'image/png' });
  expect(captcha).toMatchObject({ url: `/w/index.php?title=Special:Captcha/image&wpCaptchaId=${captcha.id}` });
  await server.close();
});

test('the old createaccount tells the key of a service and takes its answer field', async () => {
  const server = await captchaServer({ kind: 'hcaptcha', hcaptcha: { siteKey: 'public-key', secretKey: 'x' } });
  expect(await make(server.client())).toMatchObject({
    createaccount: { result: 'NeedCaptcha', captcha: { type: 'hcaptcha', key: 'public-key' } },
  });
  await server.close();
});
