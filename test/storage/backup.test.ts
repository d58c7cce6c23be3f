import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const newUser = (name: string) => ({ name, skeleton: null, registeredAt: 1, options: { of: name } });

test('a backup made during writes is whole, private and holds what was acknowledged before', async () => {
  const stores = await openSqlite({ file: join(folder, 'a.sqlite') });
  for (let i = 0; i < 50; i++) await stores.users.create(newUser(`Before ${i}`), null);
  const during = Array.from({ length: 50 }, (_, i) => stores.users.create(newUser(`During ${i}`), null));
  await stores.backup(join(folder, 'a.backup'));
  await Promise.all(during);
  await stores.close();

  expect(statSync(join(folder, 'a.backup')).mode & 0o777).toBe(0o600);
  const copy = await openSqlite({ file: join(folder, 'a.backup') });
  expect(await copy.users.list({ limit: 100, prefix: 'Before' })).toHaveLength(50);
  for (const user of await copy.users.list({ limit: 200 }))
    expect(await copy.options.get(user.id)).toEqual({ of: user.name });
  await copy.close();
});

test('a backup of memory can be opened as a file', async () => {
  const stores = await openSqlite({ memory: true });
  await stores.users.create(newUser('Alice'), null);
  await stores.backup(join(folder, 'memory.backup'));
  await stores.close();
  const copy = await openSqlite({ file: join(folder, 'memory.backup') });
  expect(await copy.users.count()).toBe(1);
  await copy.close();
});

test('a backup never overwrites a file and leaves nothing behind when it fails', async () => {
  const stores = await openSqlite({ memory: true });
  writeFileSync(join(folder, 'precious'), 'mine');
  await expect(stores.backup(join(folder, 'precious'))).rejects.toMatchObject({ code: 'exists' });
  expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('mine');
  await expect(stores.backup(join(folder, 'no such folder', 'x'))).rejects.toMatchObject({ code: 'unreachable' });
  await stores.close();
  expect(readdirSync(folder).filter((name) => name.includes('precious') || name.includes('partial'))).toEqual([
    'precious',
  ]);
});
