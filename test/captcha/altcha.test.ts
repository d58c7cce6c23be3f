import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ApiClient, TestServer } from '../../src/testing/index.ts';
import { captchaServer, create, question } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await captchaServer({
    kind: 'altcha',
    altcha: { maxNumber: 2000 },
    wrongAnswers: { perAddress: [], perAccount: [] },
  });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

interface Work {
  algorithm: string;
  challenge: string;
  salt: string;
  maxnumber: number;
  signature: string;
}

const ask = async (client: ApiClient): Promise<{ id: string; work: Work }> => {
  const { id, info, metadata } = await question(client);
  expect(metadata).toEqual({ type: 'altcha', mime: 'application/json' });
  return { id, work: JSON.parse(info) as Work };
};

/** What the ALTCHA widget does. */
function work({ algorithm, challenge, salt, maxnumber, signature }: Work): Record<string, unknown> {
  for (let number = 0; number <= maxnumber; number++) {
    const hash = createHash('sha256').update(`${salt}${number}`).digest('hex');
    if (hash === challenge) return { algorithm, challenge, number, salt, signature, took: 7 };
  }
  throw new Error('no number fits');
}

const payload = (done: object): string => Buffer.from(JSON.stringify(done)).toString('base64');

test('work that was done is taken, as captchaWord and as the field of the widget', async () => {
  const client = server.client();
  for (const field of ['captchaWord', 'altcha']) {
    const { id, work: given } = await ask(client);
    expect(given).toMatchObject({ algorithm: 'SHA-256', maxnumber: 2000 });
    expect(await create(client, `By ${field}`, { captchaId: id, [field]: payload(work(given)) })).toBe('PASS');
  }
});

test('work for another question, and anything else, is refused', async () => {
  const client = server.client();
  const { work: other } = await ask(client);
  const done = work(other);
  for (const captchaWord of [
    payload(done),
    payload({ ...done, number: -1 }),
    payload({}),
    payload([]),
    'bnVsbA==',
    'x',
    '{',
  ]) {
    const { id } = await ask(client);
    expect(await create(client, 'Lazy', { captchaId: id, captchaWord })).toBe('captcha-createaccount-fail');
  }
});

test.each(['challenge', 'salt', 'signature', 'algorithm', 'number'])('a changed %s is refused', async (name) => {
  const client = server.client();
  const { id, work: given } = await ask(client);
  const done = work(given);
  const changed = typeof done[name] === 'number' ? (done[name] as number) + 1 : `${done[name]}0`;
  const captchaWord = payload({ ...done, [name]: changed });
  expect(await create(client, 'Forger', { captchaId: id, captchaWord })).toBe('captcha-createaccount-fail');
});
