import { Kysely } from 'kysely';
import type { Stores } from '../ports/index.ts';
import type { SqlContext } from '../sql/context.ts';
import { migrate } from '../sql/migrate.ts';
import { sqlStores } from '../sql/stores.ts';
import type { Tables } from '../sql/tables.ts';
import { backupSqlite } from './backup.ts';
import { sqliteDialect } from './dialect.ts';
import { SqliteConnection } from './driver.ts';
import type { SqliteDatabase } from './module.ts';
import { openDatabase } from './open-database.ts';
import { takeSnapshot } from './snapshot.ts';

/** Where the data is: a file, made when absent, or this process's memory. */
export type SqliteLocation = { readonly file: string } | { readonly memory: true };

/** An open SQLite database before its schema was looked at. */
export interface SqliteContext extends SqlContext {
  readonly database: SqliteDatabase;
  close(): Promise<void>;
}

/** Opens a database as it is, for {@link openSqlite} and for commands that look at the schema. */
export const connectSqlite = (location: SqliteLocation): SqliteContext => {
  const database = openDatabase('file' in location ? location.file : ':memory:', [
    'pragma synchronous = full',
    'pragma foreign_keys = on',
    'pragma temp_store = memory',
    // Locks are waited for in the driver, where waiting does not stop the whole process.
    'pragma busy_timeout = 0',
  ]);
  const dialect = sqliteDialect(new SqliteConnection(database));
  const db = new Kysely<Tables>({ dialect: dialect.kysely });
  return {
    database,
    dialect,
    db,
    close: async () => {
      await db.destroy();
      database.close();
    },
  };
};

/** Stores over SQLite. */
export interface SqliteStores extends Stores {
  /** Remembers what is stored now; the returned function brings it back. For tests. */
  snapshot(): () => void;
}

/**
 * Opens lasting state in SQLite and brings its schema up to date. What a store has acknowledged is on disk.
 * Several processes may have the same file open. Throws `StorageError`.
 */
export const openSqlite = async (location: SqliteLocation): Promise<SqliteStores> => {
  const context = connectSqlite(location);
  const { database, db, dialect } = context;
  try {
    await migrate(db, dialect);
  } catch (error) {
    await context.close();
    throw error;
  }
  const version = database.prepare('pragma data_version');
  let restored = 0;
  const stores = sqlStores(context, {
    changeStamp: () => (version.get() as { data_version: number }).data_version + restored,
    ping: async () => {
      database.prepare('select 1 from users limit 1').get();
    },
    backup: (file) => backupSqlite(database, file),
    close: context.close,
  });
  return {
    ...stores,
    snapshot() {
      const restore = takeSnapshot(database);
      return () => {
        restore();
        restored++;
      };
    },
  };
};
