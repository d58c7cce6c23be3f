import { existsSync, rmSync, statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../base/clock.ts';
import type { OpenVolatileStore } from '../ports/index.ts';
import type { SqliteDatabase } from '../sqlite/module.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { StorageError } from '../storage-error.ts';

interface Row {
  readonly value: string | null;
  readonly count: number | null;
  readonly expires_at: number;
}

/** A change of the layout gets a new table name; what was in the old one expires unseen. */
const layout = `
  create table if not exists entries_1 (
    key text primary key not null, value text, count integer, expires_at integer not null
  ) without rowid;
  create index if not exists entries_1_expires_at_idx on entries_1 (expires_at);`;

const sweptAtOnce = 500;

/**
 * Short-lived state in a SQLite file of its own, shared by all processes of one machine, so that a restart signs nobody
 * out. Each operation is one statement, so it is atomic. Not flushed to disk: a crash of the program loses nothing, a
 * power cut may; a file that was damaged so is thrown away. Throws `StorageError` when the file cannot be used.
 */
export const openSqliteVolatile = (options: { readonly file: string; readonly clock: Clock }): OpenVolatileStore => {
  const { clock } = options;
  const database = openOrRenew(options.file);

  const select = database.prepare('select value, count, expires_at from entries_1 where key = ?');
  const upsert = database.prepare(
    `insert into entries_1 (key, value, expires_at) values (?, ?, ?)
     on conflict (key) do update set value = excluded.value, count = null, expires_at = excluded.expires_at`,
  );
  const insertAbsent = database.prepare(
    `insert into entries_1 (key, value, expires_at) values (?, ?, ?)
     on conflict (key) do update set value = excluded.value, count = null, expires_at = excluded.expires_at
     where entries_1.expires_at <= ?`,
  );
  const remove = database.prepare('delete from entries_1 where key = ? returning value, count, expires_at');
  const count = database.prepare(
    `insert into entries_1 (key, count, expires_at) values (:key, :by, :end)
     on conflict (key) do update set
       count = case when expires_at > :now then coalesce(count, 0) else 0 end + excluded.count,
       value = null,
       expires_at = case when expires_at > :now then expires_at else excluded.expires_at end
     returning count, expires_at`,
  );
  const extend = database.prepare('update entries_1 set expires_at = ? where key = ? and expires_at > ?');
  const deleteExpired = database.prepare(
    `delete from entries_1 where key in (select key from entries_1 where expires_at <= ? limit ${sweptAtOnce})`,
  );
  const total = database.prepare('select count(*) as total from entries_1');

  const textOf = (row: Row | undefined): string | null => {
    if (row === undefined || row.expires_at <= clock.now()) return null;
    return row.value ?? String(row.count);
  };

  return {
    async get(key) {
      return textOf(select.get(key) as Row | undefined);
    },

    async set(key, value, ttl) {
      upsert.run(key, value, clock.now() + ttl);
    },

    async add(key, value, ttl) {
      const now = clock.now();
      return Number(insertAbsent.run(key, value, now + ttl, now).changes) > 0;
    },

    async take(key) {
      return textOf(remove.get(key) as Row | undefined);
    },

    async increment(key, ttl, by = 1) {
      const now = clock.now();
      if (by === 0) {
        const row = select.get(key) as Row | undefined;
        if (row === undefined || row.expires_at <= now) return { count: 0, resetsAt: now + ttl };
        return { count: row.count ?? 0, resetsAt: row.expires_at };
      }
      const row = count.get({ key, by, end: now + ttl, now }) as { count: number; expires_at: number };
      return { count: row.count, resetsAt: row.expires_at };
    },

    async touch(key, ttl) {
      const now = clock.now();
      return Number(extend.run(now + ttl, key, now).changes) > 0;
    },

    async delete(...keys) {
      for (const key of keys) remove.run(key);
    },

    async sweep() {
      const now = clock.now();
      // In pieces: neither this process nor another one waits long for the lock.
      while (Number(deleteExpired.run(now).changes) === sweptAtOnce) await nextTurn();
      return (total.get() as { total: number }).total;
    },

    async close() {
      database.close();
    },
  };
};

const openOrRenew = (file: string): SqliteDatabase => {
  try {
    return openChecked(file);
  } catch (error) {
    if (!(error instanceof StorageError) || error.code !== 'corrupt') throw error;
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    return openChecked(file);
  }
};

const openChecked = (file: string): SqliteDatabase => {
  // Whoever closes the file properly removes its log. One that is still there tells of a crash, or of another process.
  const unclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  const database = openDatabase(file, ['pragma synchronous = off', layout]);
  if (!unclean) return database;
  const { quick_check: verdict } = database.prepare('pragma quick_check(1)').get() as { quick_check: string };
  if (verdict === 'ok') return database;
  database.close();
  throw new StorageError('corrupt', `${file} is damaged: ${verdict}`);
};
