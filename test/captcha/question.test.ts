import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { captchaServer, create, question } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await captchaServer({
    kind: 'question',
    questions: [{ question: 'Which colour is the <b>clear</b> sky?', answers: ['Blue', 'azure'] }],
  });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

test.each(['blue', 'BLUE', 'Azure'])(
  '%s is right: case does not matter, several answers can be',
  async (captchaWord) => {
    const client = server.client();
    const { id, info, fields } = await question(client);
    expect(info).toBe('Which colour is the <b>clear</b> sky?');
    expect(fields.captchaInfo?.label).toMatch(/creation of accounts/);
    expect(await create(client, 'Somebody', { captchaId: id, captchaWord })).toBe('PASS');
  },
);

test.each([' blue', 'red'])('"%s" is wrong', async (captchaWord) => {
  const client = server.client();
  const { id } = await question(client);
  expect(await create(client, 'Somebody', { captchaId: id, captchaWord })).toBe('captcha-createaccount-fail');
});
