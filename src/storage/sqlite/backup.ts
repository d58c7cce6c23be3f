import { open, rename, rm } from 'node:fs/promises';
import { StorageError } from '../storage-error.ts';
import { type SqliteDatabase, sqliteModule } from './module.ts';

/**
 * Copies a database that is in use into a new file, as it is at one moment. The file has its name only once it is
 * whole. Throws {@link StorageError} `exists` when there is a file already.
 */
export const backupSqlite = async (database: SqliteDatabase, file: string): Promise<void> => {
  const partial = `${file}.partial`;
  await reserve(file);
  try {
    await rm(partial, { force: true });
    await (await open(partial, 'wx', 0o600)).close();
    const { backup } = sqliteModule();
    if (backup) await backup(database, partial);
    else database.prepare('vacuum into ?').run(partial);
    await rename(partial, file);
  } catch (error) {
    await Promise.all([rm(partial, { force: true }), rm(file, { force: true })]);
    throw error;
  }
};

/** Takes the name, so that of two backups into one file one fails at once. */
const reserve = async (file: string): Promise<void> => {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new StorageError('exists', `The backup file ${file} exists already. Name another one.`, error);
    }
    throw new StorageError('unreachable', `The backup file ${file} cannot be written: ${String(error)}`, error);
  }
};
