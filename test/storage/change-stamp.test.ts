import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('the stamp of a SQLite file changes at once when another connection wrote, and only then', async () => {
  const file = join(temporaryFolder(), 'latchkey.sqlite');
  const stores = await openSqlite({ file });
  const other = await openSqlite({ file });
  const before = stores.changeStamp();
  await stores.mailQueue.add('{}', 1);
  await other.mailQueue.count();
  expect(stores.changeStamp()).toBe(before);
  await other.mailQueue.add('{}', 1);
  const after = stores.changeStamp();
  expect(after).not.toBe(before);
  expect(stores.changeStamp()).toBe(after);
  await stores.close();
  await other.close();
});
