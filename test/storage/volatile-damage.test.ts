import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { openSqliteVolatile } from '../../src/storage/volatile/sqlite.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

test('a volatile file that is no database is replaced by an empty one', async () => {
  const file = join(folder, 'a.sqlite');
  writeFileSync(file, 'not a database, but long enough to be taken for one. '.repeat(50));
  const store = openSqliteVolatile({ file, clock: systemClock });
  await store.set('a:1', 'x', 1_000);
  expect(await store.get('a:1')).toBe('x');
  await store.close();
});

test('a volatile file damaged by a power cut is replaced by an empty one', async () => {
  const file = join(folder, 'b.sqlite');
  const store = openSqliteVolatile({ file, clock: systemClock });
  for (let i = 0; i < 2_000; i++) await store.set(`a:${i}`, 'x'.repeat(100), 60_000);
  await store.close();
  const bytes = readFileSync(file);
  bytes.fill(0xff, 8_192, 60_000);
  writeFileSync(file, bytes);
  // A log left behind is the trace of an end without closing.
  writeFileSync(`${file}-wal`, Buffer.alloc(64));
  const again = openSqliteVolatile({ file, clock: systemClock });
  expect(await again.get('a:1')).toBeNull();
  await again.set('a:1', 'y', 60_000);
  expect(await again.sweep()).toBe(1);
  await again.close();
});
