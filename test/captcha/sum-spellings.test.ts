import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { captchaServer, create, solved } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await captchaServer({ kind: 'simple', wrongAnswers: { perAddress: [], perAccount: [] } });
});
afterAll(() => server.close());

let number = 0;
const sent = async (spell: (sum: string) => string): Promise<string> => {
  const client = server.client();
  const answer = await solved(server, client);
  number += 1;
  return create(client, `Somebody ${number}`, { ...answer, captchaWord: spell(answer.captchaWord) });
};

test.each<[string, (sum: string) => string]>([
  ['white space around it', (sum) => `\t${sum} `],
  ['a fraction of nought', (sum) => `${sum}.00`],
  ['a point at its end', (sum) => `${sum}.`],
  ['an exponent', (sum) => `${sum}e0`],
  ['a negative exponent', (sum) => `${sum}0E-1`],
  ['many noughts', (sum) => (sum.startsWith('-') ? sum : `000000000${sum}`)],
])('a sum counts with %s', async (_what, spell) => {
  expect(await sent(spell)).toBe('PASS');
});

test.each<[string, (sum: string) => string]>([
  ['a letter behind it', (sum) => `${sum}a`],
  ['a no-break space', (sum) => `\u00a0${sum}`],
  ['a fraction', (sum) => `${sum}.01`],
  ['a hexadecimal mark', (sum) => `0x${sum}`],
])('a sum does not count with %s', async (_what, spell) => {
  expect(await sent(spell)).toBe('captcha-createaccount-fail');
});
