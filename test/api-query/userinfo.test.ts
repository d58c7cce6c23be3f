import { expect, test } from 'vitest';
import { NOW, openSite } from './support.ts';

const ask = (uiprop: string) => ({ action: 'query', meta: 'userinfo', uiprop });

test('a visitor is the address, with the rights of everybody', async () => {
  const site = await openSite();
  const { query } = await site.get(null, ask('groups|rights|email|registrationdate'));
  expect(query.userinfo).toMatchObject({ id: 0, name: '192.0.2.7', anon: true, groups: ['*'], email: '' });
  expect(query.userinfo.rights).toContain('createaccount');
  expect(query.userinfo).not.toHaveProperty('registrationdate');
});

test('an unconfirmed address has no time of confirmation', async () => {
  const site = await openSite();
  await site.account('Alice', [], { email: 'alice@example.org', emailConfirmedAt: NOW });
  await site.account('Bob', [], { email: 'bob@example.org' });
  const alice = await site.get('Alice', ask('email'));
  expect(alice.query.userinfo).toMatchObject({
    email: 'alice@example.org',
    emailauthenticated: '2026-01-02T03:04:05Z',
  });
  expect((await site.get('Bob', ask('email'))).query.userinfo).not.toHaveProperty('emailauthenticated');
});

test('real names are not told where they are hidden', async () => {
  const site = await openSite({ accounts: { hideRealName: true } });
  await site.account('Alice', [], { realName: 'Alice Liddell' });
  expect((await site.get('Alice', ask('realname'))).query.userinfo).not.toHaveProperty('realname');
});

test('a membership ends by itself', async () => {
  const site = await openSite();
  await site.account('Alice', [], { groups: [{ group: 'bot', expiresAt: NOW + 1000 }] });
  const before = await site.get('Alice', ask('groups|groupmemberships'));
  expect(before.query.userinfo.groups).toEqual(['bot', '*', 'user', 'autoconfirmed']);
  expect(before.query.userinfo.groupmemberships).toEqual([{ group: 'bot', expiry: '2026-01-02T03:04:06Z' }]);
  site.later(1000);
  const after = await site.get('Alice', ask('groups|groupmemberships'));
  expect(after.query.userinfo).toMatchObject({ groups: ['*', 'user', 'autoconfirmed'], groupmemberships: [] });
});

test('a block is described until it ends', async () => {
  const site = await openSite();
  await site.account('Admin', ['sysop']);
  await site.account('Bob');
  await site.post('Admin', { action: 'block', user: 'Bob', expiry: '3 days', reason: 'Test', nocreate: '' });
  const { userinfo } = (await site.get('Bob', ask('blockinfo'))).query;
  expect(userinfo).toMatchObject({
    blockedby: 'Admin',
    blockreason: 'Test',
    blockexpiry: '2026-01-05T03:04:05Z',
    blocknocreate: true,
    blockpartial: false,
    blockedtimestampformatted: '03:04, 2 January 2026',
    blockexpiryformatted: '03:04, 5 January 2026',
  });
  site.later(3 * 86_400_000);
  expect((await site.get('Bob', ask('blockinfo'))).query.userinfo).not.toHaveProperty('blockid');
});

test('noratelimit takes the limits away, but not the theoretical ones', async () => {
  const site = await openSite();
  await site.account('Admin', ['sysop']);
  const { userinfo } = (await site.get('Admin', ask('ratelimits|theoreticalratelimits'))).query;
  expect(userinfo.ratelimits).toEqual({});
  expect(userinfo.theoreticalratelimits.changeemail.user).toEqual({ hits: 4, seconds: 86_400 });
});
