import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sqliteModule } from '../../src/storage/sqlite/module.ts';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

test('a write waits for the lock of another connection without stopping readers or the event loop', async () => {
  const file = join(folder, 'a.sqlite');
  const stores = await openSqlite({ file });
  const other = new (sqliteModule().DatabaseSync)(file);
  other.exec('begin immediate');

  let turns = 0;
  const ticking = setInterval(() => turns++, 5);
  const made = stores.users.create({ name: 'Alice', skeleton: null, registeredAt: 1 }, null);
  const queued = stores.mailQueue.add('{}', 1);
  expect(await stores.users.byId(1)).toBeNull();
  expect(await stores.mailQueue.count()).toBe(0);
  await sleep(200);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(10);
  expect(other.prepare('select count(*) as n from users').get()).toEqual({ n: 0 });

  other.exec('commit');
  other.close();
  expect(await made).toMatchObject({ name: 'Alice' });
  expect(await queued).toBeGreaterThan(0);
  await stores.close();
});

test('a lock that is never given up fails the write after five seconds, and the next one works', async () => {
  const file = join(folder, 'b.sqlite');
  const stores = await openSqlite({ file });
  const other = new (sqliteModule().DatabaseSync)(file);
  other.exec('begin immediate');
  const started = performance.now();
  await expect(stores.mailQueue.add('{}', 1)).rejects.toThrow('locked');
  expect(performance.now() - started).toBeGreaterThan(4_900);
  other.exec('rollback');
  other.close();
  expect(await stores.mailQueue.add('{}', 1)).toBeGreaterThan(0);
  await stores.close();
}, 15_000);
