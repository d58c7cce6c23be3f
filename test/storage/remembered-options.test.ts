import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const newUser = {
  name: 'Alice',
  skeleton: null,
  realName: '',
  email: '',
  emailConfirmedAt: null,
  registeredAt: 1,
  passwordHash: null,
  passwordExpiresAt: null,
  groups: [],
};

test('preferences are those of the last write, whichever process wrote', async () => {
  const file = join(temporaryFolder(), 'latchkey.sqlite');
  const here = await openSqlite({ file });
  const there = await openSqlite({ file });
  const user = await here.users.create(newUser, null);
  if ('conflict' in user) throw new Error('the store is not empty');

  expect(await here.options.get(user.id)).toEqual({});
  await here.options.set(user.id, { language: 'ja', skin: 'vector' });
  expect(await here.options.get(user.id)).toEqual({ language: 'ja', skin: 'vector' });
  await there.options.set(user.id, { language: 'cs' });
  await nextTurn();
  expect(await here.options.get(user.id)).toEqual({ language: 'cs', skin: 'vector' });
  await here.options.clear(user.id);
  expect(await here.options.get(user.id)).toEqual({});
  await here.close();
  await there.close();
});

test('who changes what was read changes nothing that others read', async () => {
  const stores = await openSqlite({ memory: true });
  const user = await stores.users.create(newUser, null);
  if ('conflict' in user) throw new Error('the store is not empty');
  await stores.options.set(user.id, { language: 'ja' });
  for (const _ of [1, 2]) {
    const read = await stores.options.get(user.id);
    expect(read).toEqual({ language: 'ja' });
    read.language = 'cs';
  }
  await stores.close();
});
