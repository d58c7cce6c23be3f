import { expect, test } from 'vitest';
import { type Ask, testApi } from './support.ts';

const TOKEN = /^[0-9a-f]{40}\+\\$/;

test('csrf is the default, and a visitor has the bare suffix without a cookie', async () => {
  const { ask } = await testApi();
  const answer = await ask({ action: 'query', meta: 'tokens' });
  expect(JSON.parse(answer.body).query.tokens).toEqual({ csrftoken: '+\\' });
  expect(answer.cookies).toEqual([]);
});

test('login and createaccount tokens are real and start a session', async () => {
  const { ask } = await testApi();
  const answer = await ask({ action: 'query', meta: 'tokens', type: 'login|createaccount' });
  const { tokens } = JSON.parse(answer.body).query;
  expect(tokens).toEqual({
    logintoken: expect.stringMatching(TOKEN),
    createaccounttoken: expect.stringMatching(TOKEN),
  });
  expect(answer.cookies.map(({ name }) => name)).toEqual(['test_session']);
});

test('no known type gives an empty object and a warning', async () => {
  const { json } = await testApi();
  const answer = await json({ action: 'query', meta: 'tokens', type: 'x' });
  expect(answer.query.tokens).toEqual({});
  expect(answer.warnings.tokens).toBeDefined();
});

test('checktoken tells good, wrong and old tokens apart, and when they were made', async () => {
  const { ask, json } = await testApi();
  const first = await ask({ action: 'query', meta: 'tokens', type: 'login' });
  const token = JSON.parse(first.body).query.tokens.logintoken as string;
  const session: Ask = { cookies: new Map(first.cookies.map(({ name, value }) => [name, value ?? ''])) };
  const check = async (query: Record<string, string>) =>
    (await json({ action: 'checktoken', type: 'login', token, ...query }, session)).checktoken;
  expect(await check({})).toEqual({ result: 'valid', generated: '2026-01-02T03:04:05Z' });
  expect((await check({ type: 'createaccount' })).result).toBe('invalid');
  expect((await check({ maxtokenage: '-1' })).result).toBe('expired');
  expect(await check({ token: 'garbage' })).toEqual({ result: 'invalid' });
});

test('checktoken points out a token whose plus became a space', async () => {
  const { json } = await testApi();
  const answer = await json({ action: 'checktoken', type: 'csrf', token: `${'0'.repeat(40)} \\` });
  expect(answer.warnings.checktoken).toBeDefined();
});
