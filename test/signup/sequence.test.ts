import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Logger } from '../../src/auth/services.ts';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';
import { ask, GOOD, signUp } from './support.ts';

const logged: object[] = [];
const log: Logger = { debug() {}, warn() {}, error() {}, info: (fields) => void logged.push(fields) };

let server: TestServer;
beforeAll(async () => {
  const fixtures = { users: [{ name: 'Admin', password: GOOD.password, groups: ['sysop'] }] };
  server = await createTestServer({ log, fixtures });
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.reset();
  logged.length = 0;
});

it('hands out a token, makes the account when it comes back, and signs the visitor in', async () => {
  const client = server.client();
  const first = await ask(client, GOOD);
  expect(first).toEqual({ result: 'NeedToken', token: expect.stringMatching(/^[0-9a-f]{40}\+\\$/) });
  expect(await client.whoami()).toMatchObject({ id: 0 });
  const made = await ask(client, { ...GOOD, token: first.token });
  expect(made).toEqual({ result: 'Success', lguserid: expect.any(Number), lgusername: 'Ann' });
  expect(await client.whoami()).toMatchObject({ id: made.lguserid, name: 'Ann' });
  expect(await server.client().clientLogin('Ann', GOOD.password)).toMatchObject({ status: 'PASS' });
});

it('never gives the session id out', async () => {
  const client = server.client();
  const made = await signUp(client, GOOD);
  expect(client.cookies.size).toBeGreaterThan(0);
  const answer = JSON.stringify(made);
  for (const value of client.cookies.values()) if (value.length > 8) expect(answer).not.toContain(value);
});

it('takes the token of meta=tokens, and none of another session', async () => {
  const [client, other] = [server.client(), server.client()];
  const foreign = await other.token('createaccount');
  await client.token('createaccount');
  expect(await ask(client, { ...GOOD, token: foreign })).toEqual({ result: 'WrongToken' });
  expect(await ask(client, { ...GOOD, token: await client.token('createaccount') })).toMatchObject({
    result: 'Success',
  });
});

it('asks for cookies when a token comes without any, and goes on with those of that answer', async () => {
  const client = server.client();
  const foreign = await server.client().token('createaccount');
  expect(await ask(client, { ...GOOD, token: foreign })).toEqual({ result: 'NoCookies' });
  expect(await signUp(client, GOOD)).toMatchObject({ result: 'Success' });
});

it('makes an account for somebody else and leaves its creator signed in', async () => {
  const admin = server.client();
  await admin.clientLogin('Admin', GOOD.password);
  expect(await signUp(admin, GOOD)).toMatchObject({ result: 'Success', lgusername: 'Ann' });
  expect(await admin.whoami()).toMatchObject({ name: 'Admin' });
});

it('keeps address and real name, and notes where the person came from', async () => {
  const client = server.client();
  const more = { email: 'ann@example.org', realname: 'Ann B.' };
  await signUp(client, { ...GOOD, ...more, source_action: 'edit', source_ns: '0', source_article: '42' });
  const { query } = (await client.get({ action: 'query', meta: 'userinfo', uiprop: 'email|realname' })) as {
    query: { userinfo: object };
  };
  expect(query.userinfo).toMatchObject(more);
  expect(logged).toContainEqual(expect.objectContaining({ action: 'edit', namespace: '0', article: '42' }));
});

it('needs POST, and secrets in the body', async () => {
  const client = server.client();
  expect(await client.get({ action: 'signup', ...GOOD })).toMatchObject({ error: { code: 'mustbeposted' } });
  const { password } = GOOD;
  const answer = await client.post({ action: 'signup', name: 'Ann' }, { password });
  expect(answer).toMatchObject({ error: { code: 'mustpostparams' } });
});

it('gives no token to the page of another site', async () => {
  const answer = await server.client().post({ action: 'signup', ...GOOD }, { origin: '*' });
  expect(answer).toMatchObject({ error: { code: 'aborted' } });
});
