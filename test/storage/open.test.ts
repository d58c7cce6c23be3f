import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStores } from '../../src/storage/open.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const modeOf = (file: string): number => statSync(file).mode & 0o777;

test('a new data folder and its files are private to their owner', async () => {
  const file = join(folder, 'deep', 'data', 'latchkey.sqlite');
  const { stores, volatile, close } = await openStores({ driver: 'sqlite', file });
  await stores.mailQueue.add('{}', 1);
  await volatile.set('a:1', 'x', 1_000);
  expect(modeOf(join(folder, 'deep'))).toBe(0o700);
  expect(modeOf(join(folder, 'deep', 'data'))).toBe(0o700);
  for (const name of ['latchkey.sqlite', 'latchkey.sqlite-wal', 'latchkey.sqlite-shm', 'volatile.sqlite']) {
    expect(modeOf(join(folder, 'deep', 'data', name))).toBe(0o600);
  }
  await close();
});

test('both kinds of state are there again after a restart', async () => {
  const file = join(folder, 'restart', 'latchkey.sqlite');
  const first = await openStores({ driver: 'sqlite', file });
  await first.stores.users.create({ name: 'Alice', skeleton: null, registeredAt: 1 }, null);
  await first.volatile.set('session:1', 'x', 60_000);
  await first.close();
  const second = await openStores({ driver: 'sqlite', file });
  expect(await second.stores.users.byName('Alice')).toMatchObject({ name: 'Alice' });
  expect(await second.volatile.get('session:1')).toBe('x');
  await second.stores.ping();
  await second.close();
});

test('memory needs no file', async () => {
  const { stores, volatile, close } = await openStores({ driver: 'memory' });
  await stores.ping();
  expect(await volatile.get('a:1')).toBeNull();
  await close();
});

test('a file that is no database is refused by name and left alone', async () => {
  const file = join(folder, 'letter.sqlite');
  const text = 'Dear Alice, this is not a database. '.repeat(40);
  writeFileSync(file, text);
  const opening = openStores({ driver: 'sqlite', file });
  await expect(opening).rejects.toMatchObject({ name: 'StorageError', code: 'corrupt' });
  await expect(opening).rejects.toThrow(file);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a folder that cannot be used is named', async () => {
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'folder.sqlite'));
  for (const file of [join(folder, 'file', 'latchkey.sqlite'), join(folder, 'folder.sqlite')]) {
    const opening = openStores({ driver: 'sqlite', file });
    await expect(opening).rejects.toMatchObject({ code: 'unreachable' });
    await expect(opening).rejects.toThrow(file);
  }
});
