import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { StorageError } from '../storage-error.ts';
import { isCorrupt, isUnreachable } from './failures.ts';
import { type SqliteDatabase, sqliteModule } from './module.ts';

/**
 * Opens a SQLite file in WAL mode, or memory for `:memory:`, and applies the settings. Makes the folder (mode 0700) and
 * the file (0600) when absent. Throws {@link StorageError} with the file's name when it cannot.
 */
export const openDatabase = (file: string, settings: readonly string[]): SqliteDatabase => {
  let database: SqliteDatabase | undefined;
  try {
    if (file !== ':memory:') makePrivate(file);
    database = new (sqliteModule().DatabaseSync)(file);
    database.exec(['pragma busy_timeout = 5000', 'pragma journal_mode = wal', ...settings].join('; '));
    database.prepare('select count(*) from sqlite_schema').get();
    return database;
  } catch (error) {
    database?.close();
    throw storageError(file, error);
  }
};

const makePrivate = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
};

const storageError = (file: string, error: unknown): unknown => {
  if (isCorrupt(error)) {
    return new StorageError(
      'corrupt',
      `${file} is not a SQLite database, or is damaged: ${(error as Error).message}. Restore a backup.`,
      error,
    );
  }
  if (isUnreachable(error)) {
    return new StorageError(
      'unreachable',
      `${file} cannot be opened for reading and writing by this user: ${(error as Error).message}`,
      error,
    );
  }
  return error;
};
