import { expect, it } from 'vitest';
import { type ApiClient, type ApiParams, alice, at, newPassword, post, stale, textAt, useServer } from './support.ts';

const server = useServer();

/** A token, by POST. */
const tokenOf = async (client: ApiClient, type: string) =>
  textAt(await post(client, { action: 'query', meta: 'tokens', type }), 'query', 'tokens', `${type}token`);

const signIn = async (client: ApiClient, username: string, password: string, more: ApiParams = {}) => {
  const own = { action: 'clientlogin', loginreturnurl: 'https://example.org', rememberMe: '1' };
  const logintoken = await tokenOf(client, 'login');
  return at(await post(client, { ...own, username, password, logintoken, ...more }), 'clientlogin');
};

it.each(['login', 'create'])('asks what is needed to %s', async (amirequestsfor) => {
  const query = { action: 'query', meta: 'authmanagerinfo', amirequestsfor };
  const first = at(await post(server().client(), query), 'query', 'authmanagerinfo');
  expect(first).toMatchObject({ canauthenticatenow: '', requests: expect.any(Array) });
  const merged = at(
    await post(server().client(), { ...query, amimergerequestfields: '1', formatversion: '2' }),
    ...['query', 'authmanagerinfo'],
  );
  expect(merged).toMatchObject({
    canauthenticatenow: true,
    fields: { username: { type: 'string' }, password: { type: 'password', sensitive: true } },
  });
});

it('signs in and out', async () => {
  const client = server().client();
  expect(await signIn(client, alice.name, alice.password)).toEqual({ status: 'PASS', username: 'Alice' });
  expect(client.cookies.has('latchkeyToken')).toBe(true);
  expect(await post(client, { action: 'logout', token: await tokenOf(client, 'csrf') })).toEqual({});
  expect(await client.whoami()).toMatchObject({ id: 0 });
});

it('reads a wrong password', async () => {
  expect(await signIn(server().client(), alice.name, 'wrong')).toMatchObject({
    status: 'FAIL',
    messagecode: 'wrongpassword',
  });
});

it('goes on with a new token, and with everything that it sent before', async () => {
  const client = server().client();
  expect(await signIn(client, stale.name, stale.password)).toMatchObject({
    status: 'UI',
    requests: [{ fields: { password: {}, retype: {} } }],
  });
  const more = { retype: newPassword, logincontinue: '1' };
  expect(await signIn(client, stale.name, newPassword, more)).toEqual({ status: 'PASS', username: 'Stale' });
});

it('looks a name up', async () => {
  const query = { action: 'query', list: 'users', ususers: 'App made|Alice', usprop: 'cancreate', formatversion: '2' };
  expect(await post(server().client(), query)).toEqual({
    batchcomplete: true,
    query: {
      users: [
        { name: 'App made', missing: true, cancreate: true },
        { userid: expect.any(Number), name: 'Alice' },
      ],
    },
  });
});

it('signs up, and reads why it cannot', async () => {
  const client = server().client();
  const create = async (username: string) =>
    at(
      await post(client, {
        action: 'createaccount',
        createmessageformat: 'html',
        createreturnurl: 'https://example.org',
        createtoken: await tokenOf(client, 'createaccount'),
        username,
        password: newPassword,
        retype: newPassword,
        email: 'app@example.org',
        realname: '',
      }),
      'createaccount',
    );
  expect(await create('App made')).toEqual({ status: 'PASS', username: 'App made' });
  expect(await create('App made')).toMatchObject({ status: 'FAIL', messagecode: 'userexists' });
  await client.clientLogin('Evan', 'Ev4n-Blocked-Pw');
  expect(await create('Other')).toMatchObject({ status: 'FAIL', messagecode: 'blocked' });
});
