import { expect, test } from 'vitest';
import { NOW, openSite } from './support.ts';

const ask = (ususers: string, usprop = '') => ({ action: 'query', list: 'users', ususers, usprop });

test('invalid names come first, then all in the order of the question', async () => {
  const site = await openSite();
  await site.account('Alice');
  const { users } = (await site.get(null, ask('Nobody|alice|Bad#x|User:Alice|127.0.0.1'))).query;
  expect(users).toEqual([
    { name: 'Bad#x', invalid: true },
    { name: '127.0.0.1', invalid: true },
    { name: 'Nobody', missing: true },
    { userid: 1, name: 'Alice' },
    { userid: 1, name: 'Alice' },
  ]);
});

test('a reserved name cannot be created, a free one can', async () => {
  const site = await openSite();
  const { users } = (await site.get(null, ask('Nobody|Maintenance script', 'cancreate'))).query;
  expect(users[0]).toEqual({ name: 'Nobody', missing: true, cancreate: true });
  expect(users[1]).toMatchObject({ cancreate: false, cancreateerror: [{ message: 'noname', code: 'invaliduser' }] });
});

test('mail reaches those with a confirmed address who did not refuse it', async () => {
  const site = await openSite();
  const address = { email: 'a@example.org', emailConfirmedAt: NOW };
  await site.account('Alice', [], address);
  await site.account('Bob', [], address);
  await site.account('Carol', [], { email: 'c@example.org' });
  await site.post('Bob', { action: 'options', change: 'disablemail=1|gender=male' });
  const { users } = (await site.get(null, ask('Alice|Bob|Carol', 'emailable|gender'))).query;
  expect(users.map((u: { emailable: boolean }) => u.emailable)).toEqual([true, false, false]);
  expect(users[1].gender).toBe('male');
});

test('nobody learns the address or real name of somebody else', async () => {
  const site = await openSite();
  await site.account('Admin', ['sysop']);
  await site.account('Alice', [], { email: 'secret@example.org', realName: 'Secret Name' });
  const all =
    'blockinfo|groups|groupmemberships|implicitgroups|rights|editcount|registration|emailable|gender|centralids';
  expect(JSON.stringify(await site.get('Admin', ask('Alice', all)))).not.toMatch(/secret/i);
});

test('names and ids cannot be asked for at once', async () => {
  const site = await openSite();
  expect((await site.get(null, { ...ask('Alice'), ususerids: '1' })).error.code).toBe('invalidparammix');
});
