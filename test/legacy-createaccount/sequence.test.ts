import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';
import { ask, create, GOOD } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

it('hands out a token, and makes the account when it comes back', async () => {
  const client = server.client();
  const first = await ask(client, GOOD);
  expect(first).toEqual({ createaccount: { token: expect.stringMatching(/^[0-9a-f]{40}$/), result: 'needtoken' } });
  const token = first.createaccount?.token as string;
  const userid = expect.any(Number);
  expect(await ask(client, { ...GOOD, token })).toEqual({
    createaccount: { token, userid, username: 'GymBeauWhales', result: 'success' },
  });
  expect(await client.whoami()).toMatchObject({ id: 0 });
  expect(await client.clientLogin(GOOD.name, GOOD.password)).toMatchObject({ status: 'PASS' });
});

it('writes the documented XML', async () => {
  const client = server.client();
  const xml = async (more = {}) =>
    (await client.request({ body: { action: 'createaccount', format: 'xml', ...GOOD, ...more } })).text();
  const first = await xml();
  const token = /token="([0-9a-f]+)"/.exec(first)?.[1] as string;
  expect(first).toBe(`<?xml version="1.0"?><api><createaccount token="${token}" result="needtoken" /></api>`);
  expect(await xml({ token })).toMatch(
    new RegExp(
      `<api><createaccount token="${token}" userid="\\d+" username="GymBeauWhales" result="success" /></api>$`,
    ),
  );
  expect(await xml({ token })).toContain('<error code="userexists" info="');
});

it.each([1, 2])('is the same in JSON of format version %i', async (formatversion) => {
  const answer = await create(server.client(), { ...GOOD, formatversion });
  expect(Object.keys(answer.createaccount ?? {})).toEqual(['token', 'userid', 'username', 'result']);
});

it('gives a fresh token for one that is wrong', async () => {
  const client = server.client();
  await ask(client, GOOD);
  const again = await ask(client, { ...GOOD, token: '0123456789abcdef0123456789abcdef' });
  expect(again.createaccount?.result).toBe('needtoken');
  expect(await ask(client, { ...GOOD, token: again.createaccount?.token })).toMatchObject({
    createaccount: { result: 'success' },
  });
});

it('begins again with the cookie of a session that is over', async () => {
  const client = server.client();
  const token = (await ask(client, GOOD)).createaccount?.token;
  client.cookies.set('latchkey_session', 'v'.repeat(32));
  const again = await ask(client, { ...GOOD, token });
  expect(again.createaccount?.result).toBe('needtoken');
  expect(await ask(client, { ...GOOD, token: again.createaccount?.token })).toMatchObject({
    createaccount: { result: 'success' },
  });
});

it('takes the token of meta=tokens too, and none of another session', async () => {
  const [client, other] = [server.client(), server.client()];
  const foreign = (await ask(other, GOOD)).createaccount?.token;
  await ask(client, GOOD);
  expect(await ask(client, { ...GOOD, token: foreign })).toMatchObject({ createaccount: { result: 'needtoken' } });
  const token = await client.token('createaccount');
  expect(await ask(client, { ...GOOD, token })).toMatchObject({ createaccount: { result: 'success' } });
});

it('needs POST, and secrets in the body', async () => {
  const client = server.client();
  expect(await client.get({ action: 'createaccount', ...GOOD })).toMatchObject({ error: { code: 'mustbeposted' } });
  const { name, password } = GOOD;
  expect(await client.post({ action: 'createaccount', name }, { password })).toMatchObject({
    error: { code: 'mustpostparams' },
  });
});

it('gives no token to the page of another site', async () => {
  const answer = await server.client().post({ action: 'createaccount', ...GOOD }, { origin: '*' });
  expect(answer).toMatchObject({ error: { code: 'aborted' } });
});
