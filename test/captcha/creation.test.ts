import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { asked, captchaServer, clientFrom, create, PASSWORD, question, solved } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await captchaServer({
    kind: 'simple',
    allowedAddresses: ['192.0.2.0/24'],
    wrongAnswers: { perAddress: [], perAccount: [] },
  });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

test('an account needs the right answer', async () => {
  const client = server.client();
  expect(await create(client, 'Somebody')).toBe('captcha-createaccount-fail');
  expect(await create(client, 'Somebody', { ...(await solved(server, client)), captchaWord: '999' })).toBe(
    'captcha-createaccount-fail',
  );
  expect(await create(client, 'Somebody', await solved(server, client))).toBe('PASS');
});

test('the sum is shown as text and its result is right', async () => {
  const client = server.client();
  for (let n = 0; n < 20; n++) {
    const { id, info, metadata } = await question(client);
    expect(metadata).toEqual({ type: 'simple', mime: 'text/plain' });
    const [, a, operator, b] = /^(\d+)([+−])(\d+) =$/.exec(info) ?? [];
    const result = operator === '+' ? Number(a) + Number(b) : Number(a) - Number(b);
    expect(server.captchaAnswer(client, id)).toBe(String(result));
    expect(BigInt(id)).toBeGreaterThan(0n);
    expect(BigInt(id)).toBeLessThan(2n ** 63n);
  }
});

test('asking starts a session', async () => {
  const client = server.client();
  await question(client);
  expect([...client.cookies.keys()]).toEqual(['latchkey_session']);
});

test('a question asked together with a login token stays good', async () => {
  const client = server.client();
  const answer = (await client.get({
    action: 'query',
    meta: 'authmanagerinfo|tokens',
    amirequestsfor: 'create',
    type: 'login|createaccount',
  })) as { query: { authmanagerinfo: { requests: { fields: { captchaId?: { value: string } } }[] } } };
  const id = answer.query.authmanagerinfo.requests.find((form) => form.fields.captchaId)?.fields.captchaId?.value ?? '';
  const captchaWord = server.captchaAnswer(client, id) ?? '';
  expect(await create(client, 'Somebody', { captchaId: id, captchaWord })).toBe('PASS');
});

test('names in small letters are taken too', async () => {
  const client = server.client();
  const { captchaId: captchaid, captchaWord: captchaword } = await solved(server, client);
  expect(await create(client, 'Somebody', { captchaid, captchaword })).toBe('PASS');
});

test('name and address are looked at first and spend nothing; password and retype later', async () => {
  const client = server.client();
  const answer = await solved(server, client);
  expect(await create(client, 'Alice', answer)).toBe('userexists');
  expect(await create(client, 'Bad#Name', answer)).toBe('noname');
  expect(await create(client, 'Somebody', { ...answer, email: 'nonsense' })).toBe('invalidemailaddress');
  expect(await create(client, 'Somebody', { ...answer, retype: 'other' })).toBe('badretype');
  expect(await create(client, 'Somebody', answer)).toBe('captcha-createaccount-fail');
});

test('the right skipcaptcha of administrators and bots exempts; other accounts are asked', async () => {
  for (const [name, expected] of [
    ['Admin', 'PASS'],
    ['Bob', 'PASS'],
    ['Alice', 'captcha-createaccount-fail'],
  ] as const) {
    const client = server.client();
    await client.clientLogin(name, PASSWORD);
    expect((await asked(client)) === null).toBe(expected === 'PASS');
    expect(await create(client, `Made by ${name}`)).toBe(expected);
  }
});

test('addresses of the list are never asked', async () => {
  const client = clientFrom(server, '192.0.2.77');
  expect(await asked(client)).toBeNull();
  expect(await create(client, 'Somebody')).toBe('PASS');
  expect(await asked(clientFrom(server, '192.0.3.77'))).not.toBeNull();
});
