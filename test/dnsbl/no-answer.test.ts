import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Logger } from '../../src/auth/services.ts';
import type { TestServer } from '../../src/testing/index.ts';
import { createFrom, listServer, type NameServer, nameServer } from './support.ts';

const warnings: object[] = [];
const log: Logger = { debug() {}, info() {}, error() {}, warn: (fields) => void warnings.push(fields) };

let names: NameServer;
let server: TestServer;
beforeAll(async () => {
  names = await nameServer();
  names.records.set('9.2.0.192.dnsbl.example', { answer: '127.0.0.2', ttl: 60 });
  names.records.set('8.2.0.192.dnsbl.example', { answer: '127.255.255.254', ttl: 60 });
  server = await listServer(names, {}, { log });
});
afterAll(async () => {
  await server.close();
  await names.close();
});
beforeEach(async () => {
  await server.reset();
  // What an earlier test left is remembered no more.
  server.clock.advance(86_400_000);
  names.mood = 'answers';
  warnings.length = 0;
});

it.each(['slow', 'silent', 'garbage', 'fails'] as const)(
  'lets accounts be made while the name server is %s',
  async (mood) => {
    names.mood = mood;
    const started = performance.now();
    expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe('PASS');
    expect(performance.now() - started).toBeLessThan(5000);
    expect(warnings).toEqual([expect.objectContaining({ zone: 'dnsbl.example', address: '192.0.2.9' })]);
    names.mood = 'answers';
    expect(await createFrom(server, '192.0.2.9', 'Ben')).toBe('sorbs_create_account_reason');
  },
);

it('takes a list that refuses to answer for one that does not answer', async () => {
  expect(await createFrom(server, '192.0.2.8', 'Ann')).toBe('PASS');
  expect(warnings).toEqual([expect.objectContaining({ reason: 'refused with 127.255.255.254' })]);
});

it('lets accounts be made while there is no name server, and counts that', async () => {
  const gone = await nameServer();
  await gone.close();
  const other = await listServer(gone, {}, { log });
  expect(await createFrom(other, '192.0.2.9', 'Ann')).toBe('PASS');
  expect(warnings).toHaveLength(1);
  const metrics = await (await fetch(`${other.url}/metrics`)).text();
  expect(metrics).toMatch(/^latchkey_dnsbl_failures_total 1$/m);
  expect(metrics).toMatch(/^latchkey_dnsbl_refusals_total 0$/m);
  await other.close();
});

it('believes the list that answers when another does not', async () => {
  const other = await listServer(names, { zones: ['quiet.example', 'dnsbl.example'] }, { log });
  expect(await createFrom(other, '192.0.2.9', 'Ann')).toBe('sorbs_create_account_reason');
  expect(names.asked).toContain('9.2.0.192.quiet.example');
  await other.close();
});
