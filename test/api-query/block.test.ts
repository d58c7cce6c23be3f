import { beforeEach, expect, test } from 'vitest';
import { openSite, type Site } from './support.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite();
  await site.account('Admin', ['sysop']);
  await site.account('Other', ['sysop']);
  await site.account('Bob');
});

const block = (as: string | null, user: string, more: Record<string, string> = {}) =>
  site.post(as, { action: 'block', user, ...more });
const log = async () => (await site.get(null, { action: 'query', list: 'logevents', letype: 'block' })).query.logevents;

test('a block is answered and logged in the form of MediaWiki', async () => {
  const answer = await block('Admin', 'Bob', { expiry: '2 weeks', reason: ' Why ', nocreate: '', allowusertalk: '' });
  expect(answer.block).toMatchObject({
    user: 'Bob',
    expiry: '2026-01-16T03:04:05Z',
    nocreate: true,
    pagerestrictions: null,
  });
  expect((await log())[0]).toMatchObject({
    title: 'User:Bob',
    action: 'block',
    user: 'Admin',
    comment: 'Why',
    params: { duration: '2 weeks', flags: ['nocreate', 'noautoblock'], sitewide: true, expiry: '2026-01-16T03:04:05Z' },
  });
});

test('a second block needs reblock, keeps its number, and must change something', async () => {
  const first = await block('Admin', 'Bob');
  expect((await block('Admin', 'Bob')).error.code).toBe('alreadyblocked');
  const second = await block('Admin', 'Bob', { reblock: '', reason: 'More' });
  expect(second.block.id).toBe(first.block.id);
  expect((await block('Admin', 'Bob', { reblock: '', reason: 'More' })).error.code).toBe('alreadyblocked');
  expect((await log()).map((entry: { action: string }) => entry.action)).toEqual(['reblock', 'block']);
});

test('an expired block is no block', async () => {
  await block('Admin', 'Bob', { expiry: '1 hour' });
  site.later(3_600_000);
  expect((await site.post('Admin', { action: 'unblock', user: 'Bob' })).error.code).toBe('cantunblock');
  expect((await block('Admin', 'Bob')).block.expiry).toBe('infinite');
});

test.each([
  ['nonsense', 'invalidexpiry'],
  ['', 'invalidexpiry'],
  ['yesterday', 'ipb_expiry_old'],
  ['2010-01-01T00:00:00Z', 'ipb_expiry_old'],
])('the expiry "%s" is refused as %s', async (expiry, code) => {
  expect((await block('Admin', 'Bob', { expiry })).error.code).toBe(code);
});

test.each([
  ['198.51.100.77/24', '198.51.100.0/24'],
  ['2001:db8::1/32', '2001:DB8:0:0:0:0:0:0/32'],
])('the range %s is blocked as %s', async (range, name) => {
  expect((await block('Admin', range)).block).toMatchObject({ user: name, userID: 0 });
  expect((await site.post('Admin', { action: 'unblock', user: range })).unblock.user).toBe(name);
});

test.each(['198.51.100.0/15', '2001:db8::/18'])('the range %s is too wide', async (range) => {
  expect((await block('Admin', range)).error.code).toBe('ip_range_toolarge');
});

test('what is not supported is refused and not ignored', async () => {
  expect((await block('Admin', 'Bob', { partial: '' })).error.code).toBe('nopartialblocks');
  expect((await block('Admin', 'Bob', { hidename: '' })).error.code).toBe('permissiondenied');
  expect((await block('Admin', 'Bob', { tags: 'x' })).error).toMatchObject({ code: 'badtags', disallowedtags: ['x'] });
});

test('only those with the right can block', async () => {
  expect((await block('Bob', 'Admin')).error.code).toBe('permissiondenied');
  expect((await block(null, 'Admin')).error.code).toBe('permissiondenied');
  expect((await block('Admin', 'Nobody')).error.code).toBe('nosuchuser');
});

test('a blocked administrator deals only with the own block and with who made it', async () => {
  await block('Admin', 'Other');
  await block('Admin', 'Bob');
  expect((await block('Other', '192.0.2.1')).error.code).toBe('ipbblocked');
  const refused = await site.post('Other', { action: 'unblock', user: 'Bob' });
  expect(refused.error).toMatchObject({ code: 'ipbblocked', blockinfo: { blockedby: 'Admin' } });
  expect((await block('Other', 'Admin')).block.user).toBe('Admin');
  expect((await site.post('Other', { action: 'unblock', user: 'Other' })).unblock.user).toBe('Other');
});

test('without unblockself only an own block can be lifted by who is blocked', async () => {
  site = await openSite({ groups: { permissions: { sysop: { unblockself: false } } } });
  await site.account('Admin', ['sysop']);
  await site.account('Other', ['sysop']);
  await block('Admin', 'Other');
  expect((await site.post('Other', { action: 'unblock', user: 'Other' })).error.code).toBe('ipbnounblockself');
  await block('Admin', 'Admin');
  expect((await site.post('Admin', { action: 'unblock', user: 'Admin' })).unblock.user).toBe('Admin');
});

test('a block is lifted by its number', async () => {
  const { id } = (await block('Admin', 'Bob')).block;
  const lifted = await site.post('Admin', { action: 'unblock', id: String(id), reason: 'Sorry' });
  expect(lifted.unblock).toEqual({ id, user: 'Bob', userid: 3, reason: 'Sorry' });
  expect((await site.post('Admin', { action: 'unblock', id: String(id) })).error.code).toBe('cantunblock');
});
