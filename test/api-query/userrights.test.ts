import { beforeEach, expect, test } from 'vitest';
import { openSite, type Site } from './support.ts';

let site: Site;
beforeEach(async () => {
  site = await openSite({ groups: { addable: { sysop: ['bot'] }, removable: {}, selfRemovable: { bot: ['bot'] } } });
  await site.account('Boss', ['bureaucrat']);
  await site.account('Admin', ['sysop']);
  await site.account('Bob');
});

const change = (as: string | null, more: Record<string, string>) =>
  site.post(as, { action: 'userrights', user: 'Bob', ...more });
const entries = async () =>
  (await site.get(null, { action: 'query', list: 'logevents', letype: 'rights' })).query.logevents.length;

test('a bureaucrat gives and takes groups, each with its end', async () => {
  const given = await change('Boss', { add: 'bot|sysop', expiry: '1 day|infinite' });
  expect(given.userrights).toEqual({ user: 'Bob', userid: 3, added: ['bot', 'sysop'], removed: [] });
  expect((await change('Boss', { remove: 'sysop' })).userrights.removed).toEqual(['sysop']);
  site.later(86_400_000);
  const { userinfo } = (await site.get('Bob', { action: 'query', meta: 'userinfo', uiprop: 'groups' })).query;
  expect(userinfo.groups).toEqual(['*', 'user', 'autoconfirmed']);
});

test('what is already so is neither answered nor logged', async () => {
  await change('Boss', { add: 'bot' });
  expect((await change('Boss', { add: 'bot' })).userrights).toMatchObject({ added: [], removed: [] });
  await change('Boss', { add: 'bot', remove: 'bot' });
  expect(await entries()).toBe(1);
});

test('who may only give a group cannot shorten a membership', async () => {
  await change('Admin', { add: 'bot' });
  expect((await change('Admin', { add: 'bot', expiry: '1 day' })).userrights.added).toEqual([]);
  expect((await change('Admin', { remove: 'bot' })).userrights.removed).toEqual([]);
});

test('what the caller may not change is left as it is', async () => {
  expect((await change('Admin', { add: 'sysop|bureaucrat' })).userrights.added).toEqual([]);
  expect((await change(null, { add: 'sysop' })).userrights.added).toEqual([]);
  expect((await change('Bob', { add: 'sysop' })).userrights.added).toEqual([]);
  expect(await entries()).toBe(0);
});

test('members can leave a group that says so', async () => {
  await change('Boss', { add: 'bot' });
  expect((await change('Bob', { remove: 'bot' })).userrights.removed).toEqual(['bot']);
});

test('a blocked administrator without the right userrights is stopped', async () => {
  await site.account('Second', ['sysop']);
  await site.post('Second', { action: 'block', user: 'Admin' });
  expect((await change('Admin', { add: 'bot' })).error).toMatchObject({
    code: 'blocked',
    blockinfo: { blockedby: 'Second' },
  });
});

test.each([
  [{ add: 'bot|sysop', expiry: '1 day|2 days|3 days' }, 'toofewexpiries'],
  [{ add: 'bot', expiry: 'nonsense' }, 'invalidexpiry'],
  [{ add: 'bot', expiry: '2010-01-01' }, 'pastexpiry'],
  [{ user: 'Nobody', add: 'bot' }, 'nosuchuser'],
  [{ user: 'Some@wiki', add: 'bot' }, 'nointerwikiuserrights'],
])('%j is the error %s', async (more, code) => {
  expect((await change('Boss', more as Record<string, string>)).error.code).toBe(code);
});
