import { expect, it } from 'vitest';
import { createConfig } from '../../src/config/index.ts';
import { openZone } from '../../src/providers/dnsbl/zone.ts';
import { createFrom, listServer, nameServer } from './support.ts';

const zoneOf = (zones: Parameters<typeof createConfig>[0]) => openZone(createConfig(zones).dnsbl.zones[0] as string);

it('puts the address and the key where the zone has them', () => {
  const named = (zone: string, key: string) => zoneOf({ dnsbl: { zones: [{ zone, key }] } }).nameFor('192.0.2.9');
  expect(named('{key}.{address}.list.example', 's3cret')).toBe('s3cret.9.2.0.192.list.example');
  expect(named('{key}.list.example', 's3cret')).toBe('9.2.0.192.s3cret.list.example');
});

it('takes an IPv4 address in the form of IPv6 for IPv4', () => {
  expect(zoneOf({ dnsbl: { zones: ['list.example'] } }).nameFor('::ffff:192.0.2.9')).toBe('9.2.0.192.list.example');
});

it('counts only the answers that are configured', async () => {
  const names = await nameServer();
  const server = await listServer(names, { zones: [{ zone: 'dnsbl.example', answers: ['127.0.0.4/30'] }] });
  names.records.set('9.2.0.192.dnsbl.example', { answer: '127.0.0.2', ttl: 0 });
  names.records.set('8.2.0.192.dnsbl.example', { answer: '127.0.0.7', ttl: 0 });
  expect(await createFrom(server, '192.0.2.9', 'Ann')).toBe('PASS');
  expect(await createFrom(server, '192.0.2.8', 'Ben')).toBe('sorbs_create_account_reason');
  await server.close();
  await names.close();
});

it.each([
  { zones: ['no spaces'] },
  { zones: ['{key}.list.example'] },
  { zones: [{ zone: 'list.example', key: 'unused' }] },
  { zones: ['{address}.{address}.list.example'] },
  { servers: ['dns.example:53'] },
  { servers: ['192.0.2.53:0'] },
  { servers: ['192.0.2.53:99999'] },
])('does not start with %o', (dnsbl) => {
  expect(() => createConfig({ dnsbl })).toThrow(/dnsbl\.(zones|servers)/);
});

it.each(['192.0.2.53', '192.0.2.53:5353', '2001:db8::53', '[2001:db8::53]:53'])('takes %s for a name server', (one) => {
  expect(createConfig({ dnsbl: { servers: [one] } }).dnsbl.servers).toEqual([one]);
});

it('never repeats a key in an error', () => {
  const zones = [{ zone: '{key}.list.example', key: 'not a label' }];
  expect(() => createConfig({ dnsbl: { zones } })).toThrow(/^(?!.*not a label)/s);
});
