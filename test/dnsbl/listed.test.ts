import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { createFrom, listServer, type NameServer, nameServer } from './support.ts';

let names: NameServer;
let server: TestServer;
beforeAll(async () => {
  names = await nameServer();
  server = await listServer(names, { allowedAddresses: ['192.0.2.128/25'], cache: { unlistedSeconds: 0 } });
  names.records.set('9.2.0.192.dnsbl.example', { answer: '127.0.0.2', ttl: 0 });
  names.records.set('200.2.0.192.dnsbl.example', { answer: '127.0.0.2', ttl: 0 });
  const nibbles = '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2';
  names.records.set(`${nibbles}.dnsbl.example`, { answer: '127.0.0.2', ttl: 0 });
});
afterAll(async () => {
  await server.close();
  await names.close();
});
beforeEach(async () => {
  await server.reset();
  names.asked.length = 0;
});

const REFUSED = 'sorbs_create_account_reason';

it('refuses accounts from listed addresses alone', async () => {
  expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe(REFUSED);
  expect(await createFrom(server, '192.0.2.10', 'Ann')).toBe('PASS');
  expect(names.asked).toContain('10.2.0.192.dnsbl.example');
});

it('knows addresses of IPv6 by their nibbles', async () => {
  expect(await createFrom(server, '2001:db8::1', 'Ann')).toBe(REFUSED);
  expect(await createFrom(server, '2001:db8::2', 'Ann')).toBe('PASS');
});

it('never asks about an allowed address', async () => {
  expect(await createFrom(server, '192.0.2.200', 'Ann')).toBe('PASS');
  expect(names.asked).toEqual([]);
});

it('refuses before it looks at the name, and after the permission', async () => {
  expect(await createFrom(server, '192.0.2.9', '<>')).toBe(REFUSED);
  expect(await createFrom(server, '192.0.2.9', '')).toBe('noname');
  const closed = await listServer(
    names,
    {},
    { config: { groups: { permissions: { '*': { createaccount: false } } } } },
  );
  expect(await createFrom(closed, '192.0.2.9', 'Ann')).toBe('permissiondenied');
  await closed.close();
});

it('has the same code in the old createaccount', async () => {
  const client = server.client();
  client.headers['X-Forwarded-For'] = '192.0.2.9';
  const account = { action: 'createaccount', name: 'Ann', password: 'Str0ng-Enough-Pw' };
  const { createaccount } = (await client.post(account)) as { createaccount: { token: string } };
  expect(await client.post({ ...account, token: createaccount.token })).toMatchObject({ error: { code: REFUSED } });
});

it('lets people sign in from a listed address', async () => {
  await createFrom(server, '192.0.2.10', 'Ann');
  const client = server.client();
  client.headers['X-Forwarded-For'] = '192.0.2.9';
  expect(await client.clientLogin('Ann', 'Str0ng-Enough-Pw')).toMatchObject({ status: 'PASS' });
});
