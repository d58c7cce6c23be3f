import { expect, test } from 'vitest';
import { createTestServer } from '../../src/testing/index.ts';
import { create, fakeService, question, solved } from './support.ts';

/** A log that keeps everything as one text. */
function recorder() {
  const lines: string[] = [];
  const keep = (fields: object, text: string): void => {
    lines.push(JSON.stringify(fields), text);
  };
  return { lines, log: { debug: keep, info: keep, warn: keep, error: keep } };
}

test('no answer, token or secret key stands in the log', async () => {
  const { lines, log } = recorder();
  const service = await fakeService();
  const server = await createTestServer({
    log,
    config: {
      captcha: {
        kind: 'hcaptcha',
        hcaptcha: { siteKey: 'public-key', secretKey: 'private-key', verifyUrl: service.url },
        services: { fallbackKind: 'question' },
        questions: [{ question: 'Colour?', answers: ['ultramarine'] }],
      },
    },
  });
  const client = server.client();
  await create(client, 'Somebody', { captchaWord: 'token-of-the-widget' });
  service.answer = { success: true, hostname: 'evil.example' };
  await create(client, 'Another', { captchaWord: 'another-token' });
  service.answer = 500;
  await create(client, 'Another', { captchaWord: 'third-token' });
  const answer = await solved(server, client);
  expect(answer.captchaWord).toBe('ultramarine');
  await create(client, 'Another', { ...answer, captchaWord: 'wrong-guess' });
  await create(client, 'Another', await solved(server, client));
  await server.close();
  await service.close();
  const text = lines.join('\n');
  expect(text).toContain('CAPTCHA');
  for (const secret of ['token', 'private-key', 'ultramarine', 'wrong-guess']) expect(text).not.toContain(secret);
});

test('equal questions have ids that have nothing in common', async () => {
  const server = await createTestServer({
    config: { captcha: { kind: 'question', questions: [{ question: 'Colour?', answers: ['blue'] }] } },
  });
  const ids = new Set<string>();
  for (let n = 0; n < 50; n++) ids.add((await question(server.client())).id);
  expect(ids.size).toBe(50);
  expect(new Set([...ids].map((id) => BigInt(id) >> 39n)).size).toBeGreaterThan(45);
  await server.close();
});

test('asking writes nothing', async () => {
  const server = await createTestServer({ config: { captcha: { kind: 'image', triggers: { badSignIn: false } } } });
  const before = await server.services.volatile.sweep();
  for (let n = 0; n < 20; n++) await question(server.client());
  expect(await server.services.volatile.sweep()).toBe(before);
  await server.close();
});
