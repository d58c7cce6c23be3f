import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ApiClient, TestServer } from '../../src/testing/index.ts';
import { createTestServer } from '../../src/testing/index.ts';
import { create, GOOD } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({
    fixtures: { users: [{ name: 'Alice', password: 'Al1ce-Wonder-Pw', email: 'alice@example.org' }] },
  });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const userinfo = async (client: ApiClient, uiprop: string) =>
  (await client.get({ action: 'query', meta: 'userinfo', uiprop })) as { query: { userinfo: object } };
const log = async (leprop = 'type|title|user|comment') => {
  const { query } = (await server.client().get({ action: 'query', list: 'logevents', letype: 'newusers', leprop })) as {
    query: { logevents: object[] };
  };
  return query.logevents[0];
};

it('keeps address and real name, and mails a link that confirms the address', async () => {
  const client = server.client();
  await create(client, { ...GOOD, email: 'gym@example.org', realname: 'Gym B.' });
  await server.settled();
  expect(server.mailbox.messages.map(({ to }) => to)).toEqual(['gym@example.org']);
  await client.clientLogin(GOOD.name, GOOD.password);
  expect((await userinfo(client, 'email|realname')).query.userinfo).toMatchObject({
    email: 'gym@example.org',
    realname: 'Gym B.',
  });
});

it('makes language the language of the account and of its mail', async () => {
  const client = server.client();
  expect(await create(client, { ...GOOD, language: 'ja' })).toMatchObject({ createaccount: { result: 'success' } });
  await client.clientLogin(GOOD.name, GOOD.password);
  expect((await userinfo(client, 'options')).query.userinfo).toMatchObject({ options: { language: 'ja' } });
});

it('refuses a language that there is not', async () => {
  expect(await create(server.client(), { ...GOOD, language: 'x y' })).toMatchObject({ error: { code: 'langinvalid' } });
});

it('mails a password instead of taking one, from a visitor too', async () => {
  const client = server.client();
  const params = { ...GOOD, email: 'gym@example.org', mailpassword: 'true', reason: 'Training' };
  expect(await create(client, params)).toMatchObject({ createaccount: { result: 'success', username: GOOD.name } });
  await server.settled();
  const [mail] = server.mailbox.messages;
  expect(server.mailbox.messages).toHaveLength(1);
  const password = /password is "([^"]+)"/.exec(mail?.text ?? '')?.[1] as string;
  expect(await client.clientLogin(GOOD.name, GOOD.password)).toMatchObject({ status: 'FAIL' });
  expect(await client.clientLogin(GOOD.name, password)).toMatchObject({ messagecode: 'resetpass-temp-emailed' });
  expect(await log()).toMatchObject({ action: 'byemail', comment: 'Training', title: `User:${GOOD.name}` });
});

it('logs a creation for oneself under the new name, and one for others under the creator', async () => {
  await create(server.client(), GOOD);
  expect(await log()).toMatchObject({ action: 'create', user: GOOD.name });
  const alice = server.client();
  await alice.clientLogin('Alice', 'Al1ce-Wonder-Pw');
  await create(alice, { ...GOOD, name: 'For somebody', reason: 'Asked by mail' });
  expect(await log()).toMatchObject({ action: 'create2', user: 'Alice', comment: 'Asked by mail' });
  expect(await alice.whoami()).toMatchObject({ name: 'Alice' });
});

it('keeps no real name where they are hidden', async () => {
  const hidden = await createTestServer({ config: { accounts: { hideRealName: true } } });
  const client = hidden.client();
  await create(client, { ...GOOD, realname: 'Gym B.', email: 'gym@example.org' });
  expect(await hidden.services.accounts.find(GOOD.name)).toMatchObject({ realName: '', email: 'gym@example.org' });
  await hidden.close();
});
