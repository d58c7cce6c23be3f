import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { captchaServer, create, question, solved } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await captchaServer({ kind: 'simple', wrongAnswers: { perAddress: [], perAccount: [] } });
});
afterAll(() => server.close());

const FAIL = 'captcha-createaccount-fail';

test('of 100 uses of one answer at once exactly one succeeds', async () => {
  const client = server.client();
  const answer = await solved(server, client);
  const codes = await Promise.all(Array.from({ length: 100 }, (_, n) => create(client, `Many ${n}`, answer)));
  expect(codes.filter((code) => code === 'PASS')).toHaveLength(1);
  expect(codes.filter((code) => code === FAIL)).toHaveLength(99);
});

test('a wrong answer spends the question too', async () => {
  const client = server.client();
  const answer = await solved(server, client);
  expect(await create(client, 'Spent', { ...answer, captchaWord: '999' })).toBe(FAIL);
  expect(await create(client, 'Spent', answer)).toBe(FAIL);
});

test('several questions of one session are open at once', async () => {
  const client = server.client();
  const answers = [await solved(server, client), await solved(server, client)];
  expect(await create(client, 'First', answers[1])).toBe('PASS');
  expect(await create(client, 'Second', answers[0])).toBe('PASS');
});

test('a question of another session is no question', async () => {
  const answer = await solved(server, server.client());
  expect(await create(server.client(), 'Thief', answer)).toBe(FAIL);
});

test('unknown and malformed ids fail', async () => {
  const client = server.client();
  for (const captchaId of ['12345', '0', '-1', '9223372036854775808', '99999999999999999999999', 'x', '1e5', '']) {
    expect(await create(client, 'Guess', { captchaId, captchaWord: '7' })).toBe(FAIL);
  }
});

test('an id of one kind changed in any digit is not taken', async () => {
  const client = server.client();
  const { id, info } = await question(client);
  const right = server.captchaAnswer(client, id) as string;
  expect(info).not.toContain(id);
  for (let at = 0; at < id.length; at++) {
    const captchaId = `${id.slice(0, at)}${(Number(id[at]) + 1) % 10}${id.slice(at + 1)}`;
    expect(await create(client, 'Forger', { captchaId, captchaWord: right })).toBe(FAIL);
  }
});

test('a question lives as long as configured: 30 minutes', async () => {
  const client = server.client();
  const early = await solved(server, client);
  const late = await solved(server, client);
  server.clock.advance(1_795_000);
  expect(await create(client, 'Early', early)).toBe('PASS');
  server.clock.advance(5_000);
  expect(await create(client, 'Late', late)).toBe(FAIL);
});

test('an old question does not come alive again when the time in its id comes round', async () => {
  const client = server.client();
  const answer = await solved(server, client);
  server.clock.advance(2 ** 18 * 1000);
  expect(await create(client, 'Revenant', answer)).toBe(FAIL);
});
