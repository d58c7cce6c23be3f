import { createRequire } from 'node:module';
import type { DatabaseSyncInstance, DatabaseSyncOptions, StatementSyncInstance } from '@photostructure/sqlite';

/** One open SQLite connection: the part of `node:sqlite` that both implementations share. */
export type SqliteDatabase = Pick<DatabaseSyncInstance, 'prepare' | 'exec' | 'close'>;

/** A prepared statement of {@link SqliteDatabase}. */
export type SqliteStatement = Pick<StatementSyncInstance, 'get' | 'all' | 'run'>;

/** The part of the `node:sqlite` module that Latchkey uses. */
export interface SqliteModule {
  readonly DatabaseSync: new (
    location: string,
    options?: Pick<DatabaseSyncOptions, 'enableForeignKeyConstraints'>,
  ) => SqliteDatabase;
  /** Copies page by page without blocking; absent before Node 22.16. Resolves when done. */
  readonly backup?: (database: SqliteDatabase, file: string) => Promise<unknown>;
}

type BuiltinLoader = (id: string) => SqliteModule | undefined;

let loaded: SqliteModule | undefined;

/** Node's own SQLite where it needs no flag (22.13 and later), else the package with the same interface. */
export const sqliteModule = (): SqliteModule => {
  loaded ??= builtin() ?? (createRequire(import.meta.url)('@photostructure/sqlite') as unknown as SqliteModule);
  return loaded;
};

const builtin = (): SqliteModule | undefined => {
  const load = (process as unknown as { getBuiltinModule?: BuiltinLoader }).getBuiltinModule;
  const emitWarning = process.emitWarning;
  // Node announces on stderr that the module is experimental; that would be the first line of every command.
  process.emitWarning = () => {};
  try {
    return load?.('node:sqlite');
  } catch {
    return undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
};
