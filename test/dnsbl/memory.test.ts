import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { createFrom, listServer, type NameServer, nameServer } from './support.ts';

let names: NameServer;
let server: TestServer;
beforeAll(async () => {
  names = await nameServer();
  server = await listServer(names, { cache: { listedSeconds: 600, unlistedSeconds: 60, addresses: 2 } });
});
afterAll(async () => {
  await server.close();
  await names.close();
});
beforeEach(async () => {
  await server.reset();
  // Nothing that an earlier test left is remembered any more.
  server.clock.advance(86_400_000);
  names.records.clear();
  names.asked.length = 0;
});

const REFUSED = 'sorbs_create_account_reason';

it('remembers that an address is listed as long as the list says', async () => {
  names.records.set('9.2.0.192.dnsbl.example', { answer: '127.0.0.2', ttl: 30 });
  expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe(REFUSED);
  names.records.clear();
  server.clock.advance(29_000);
  expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe(REFUSED);
  expect(names.asked).toHaveLength(1);
  server.clock.advance(2000);
  expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe('PASS');
});

it('remembers it no longer than the configuration says', async () => {
  names.records.set('9.2.0.192.dnsbl.example', { answer: '127.0.0.2', ttl: 86_400 });
  expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe(REFUSED);
  names.records.clear();
  server.clock.advance(601_000);
  expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe('PASS');
});

it('remembers that an address is not listed', async () => {
  expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe('PASS');
  names.records.set('9.2.0.192.dnsbl.example', { answer: '127.0.0.2', ttl: 60 });
  expect(await createFrom(server, '192.0.2.9', 'Ben')).toBe('PASS');
  server.clock.advance(61_000);
  expect(await createFrom(server, '192.0.2.9', 'Cem')).toBe(REFUSED);
});

it('remembers only so many addresses', async () => {
  for (const [last, name] of [
    ['1', 'Ann'],
    ['2', 'Ben'],
    ['3', 'Cem'],
  ] as const)
    await createFrom(server, `192.0.2.${last}`, name);
  names.asked.length = 0;
  await createFrom(server, '192.0.2.3', 'Dan');
  expect(names.asked).toEqual([]);
  await createFrom(server, '192.0.2.1', 'Eve');
  expect(names.asked).toEqual(['1.2.0.192.dnsbl.example']);
});

it('asks once for many requests of one address', async () => {
  const made = await Promise.all(['Ann', 'Ben', 'Cem'].map((name) => createFrom(server, '192.0.2.9', name)));
  expect(made).toEqual(['PASS', 'PASS', 'PASS']);
  expect(names.asked).toHaveLength(1);
});
