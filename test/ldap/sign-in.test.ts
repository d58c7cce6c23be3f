import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config/index.ts';
import { createTestServer, type TestServer } from '../../src/testing/index.ts';
import { type Slapd, startSlapd } from './slapd.ts';

let slapd: Slapd;
let server: TestServer;

const fixtures = { users: [{ name: 'Grace', password: 'Gr4ce-Local-Pw' }] };
const directory = (more: Record<string, unknown> = {}): ConfigInput['ldap'] => ({
  timeoutMs: 1000,
  domains: [
    {
      domain: 'staff',
      url: slapd.url,
      baseDn: slapd.baseDn,
      bindDn: slapd.bindDn,
      bindPassword: slapd.bindPassword,
      groupAttribute: 'employeeType',
      groups: { 'wiki-admins': 'sysop' },
      ...more,
    },
  ],
});

beforeAll(async () => {
  slapd = await startSlapd();
  server = await createTestServer({ fixtures, config: { ldap: directory() } });
});
afterAll(async () => {
  await server.close();
  slapd.close();
});
beforeEach(() => server.reset());

const signIn = (username: string, password: string, on = server) =>
  on.client().clientLogin(username, password, { domain: 'staff' });

it('offers the domain as a choice of the password form', async () => {
  const info = await server.client().get({ action: 'query', meta: 'authmanagerinfo', amirequestsfor: 'login' });
  const { requests } = (info as { query: { authmanagerinfo: { requests: { id: string; fields: object }[] } } }).query
    .authmanagerinfo;
  expect(requests.find(({ id }) => id.endsWith('PasswordDomainAuthenticationRequest'))?.fields).toMatchObject({
    domain: { type: 'select', options: { staff: 'staff' } },
    password: { type: 'password', sensitive: true },
  });
});

it('makes the account at the first sign-in, with address, name, groups and log entry', async () => {
  expect(await signIn('linda', 'L1nda-Directory-Pw')).toEqual({ status: 'PASS', username: 'Linda' });
  expect(await server.services.accounts.byName('Linda')).toMatchObject({
    email: 'linda@staff.example.org',
    realName: 'linda of the directory',
    passwordHash: null,
    groups: [{ group: 'sysop' }],
  });
  const log = await server.client().get({ action: 'query', list: 'logevents', leaction: 'newusers/autocreate' });
  expect(log).toMatchObject({ query: { logevents: [{ action: 'autocreate', title: 'User:Linda' }] } });
});

it('signs the same person in again', async () => {
  await signIn('linda', 'L1nda-Directory-Pw');
  expect(await signIn('Linda', 'L1nda-Directory-Pw')).toEqual({ status: 'PASS', username: 'Linda' });
  expect(await server.services.stores.users.count()).toBe(2);
});

it('signs in by lgdomain', async () => {
  const client = server.client();
  expect(await client.login('otto', 'Ott0-Directory-Pw', { lgdomain: 'staff' })).toMatchObject({ result: 'Success' });
});

it.each([
  ['a wrong password', 'linda', 'wrong'],
  ['an unknown name', 'nobody', 'whatever'],
  ['a pattern instead of a name', '*', 'L1nda-Directory-Pw'],
  ['a filter instead of a name', 'x)(uid=linda', 'L1nda-Directory-Pw'],
  ['blanks for a password, which bind as nobody', 'linda', ' '],
])('refuses %s', async (_what, username, password) => {
  expect(await signIn(username, password)).toMatchObject({ status: 'FAIL', messagecode: 'wrongpassword' });
});

it('does not give a namesake the account of somebody else', async () => {
  expect(await signIn('grace', 'Gr4ce-Directory-Pw')).toMatchObject({ status: 'FAIL', messagecode: 'ldap-name-taken' });
  expect(await server.client().clientLogin('Grace', 'Gr4ce-Local-Pw')).toMatchObject({ status: 'PASS' });
});

it('takes a group away that the directory no longer gives', async () => {
  await signIn('otto', 'Ott0-Directory-Pw');
  const otto = await server.services.accounts.byName('Otto');
  const groups = ['sysop', 'bot'].map((group) => ({ group, expiresAt: null }));
  await server.services.accounts.update(otto?.id ?? 0, { groups });
  await signIn('otto', 'Ott0-Directory-Pw');
  expect((await server.services.accounts.byName('Otto'))?.groups).toEqual([{ group: 'bot', expiresAt: null }]);
});

it('makes an account by the old createaccount with a domain', async () => {
  const client = server.client();
  const params = { action: 'createaccount', name: 'Otto', password: 'Ott0-Directory-Pw', domain: 'staff' };
  const { token } = (await client.post(params)).createaccount as { token: string };
  expect(await client.post({ ...params, token })).toMatchObject({ createaccount: { result: 'success' } });
  const wrong = { ...params, name: 'Linda', password: 'wrong', token };
  expect(await client.post(wrong)).toMatchObject({ error: { code: 'wrongpassword' } });
});

it.each([
  ['LDAPS', () => ({ url: slapd.tlsUrl, caFile: slapd.caFile })],
  ['StartTLS', () => ({ startTls: true, caFile: slapd.caFile })],
])('signs in over %s', async (_what, more) => {
  const secure = await createTestServer({ fixtures, config: { ldap: directory(more()) } });
  expect(await signIn('linda', 'L1nda-Directory-Pw', secure)).toMatchObject({ status: 'PASS' });
  await secure.close();
});

it('refuses a certificate that nobody vouches for', async () => {
  const secure = await createTestServer({ fixtures, config: { ldap: directory({ url: slapd.tlsUrl }) } });
  expect(await signIn('linda', 'L1nda-Directory-Pw', secure)).toMatchObject({ messagecode: 'externaldberror' });
  await secure.close();
});
