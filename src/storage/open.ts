import { dirname, join } from 'node:path';
import { type Clock, systemClock } from '../base/clock.ts';
import type { Stores, VolatileStore } from './ports/index.ts';
import { type MigrationState, migrate, migrationStatus as statusOf } from './sql/migrate.ts';
import { connectSqlite, openSqlite } from './sqlite/open-sqlite.ts';
import { createMemoryVolatile } from './volatile/memory.ts';
import { openSqliteVolatile } from './volatile/sqlite.ts';

/** Where all state is kept. `memory` ends with the process. */
export type StorageConfig = { readonly driver: 'sqlite'; readonly file: string } | { readonly driver: 'memory' };

/** All state of one process, open. */
export interface OpenStorage {
  readonly stores: Stores;
  readonly volatile: VolatileStore;
  /** Only in memory: remembers the lasting state of now; the returned function brings it back and empties the other. */
  readonly snapshot?: () => () => void;
  /** Closes both. */
  close(): Promise<void>;
}

/**
 * Opens lasting and short-lived state and brings the schema up to date. With SQLite, short-lived state is in
 * `volatile.sqlite` beside the file; both files (mode 0600) and their folder (0700) are made when absent. Throws
 * `StorageError`, with a text for the operator: `unreachable`, `corrupt`, `newer-schema`.
 */
export const openStores = async (config: StorageConfig, clock: Clock = systemClock): Promise<OpenStorage> => {
  const stores = await openSqlite(config.driver === 'sqlite' ? { file: config.file } : { memory: true });
  try {
    const memory = config.driver === 'memory' ? createMemoryVolatile({ clock }) : null;
    const volatile =
      memory ??
      openSqliteVolatile({ file: join(dirname((config as { file: string }).file), 'volatile.sqlite'), clock });
    return {
      stores,
      volatile,
      ...(memory && {
        snapshot() {
          const restore = stores.snapshot();
          return () => {
            restore();
            memory.clear();
          };
        },
      }),
      close: async () => {
        await Promise.all([volatile.close(), stores.close()]);
      },
    };
  } catch (error) {
    await stores.close();
    throw error;
  }
};

/** Which steps of the schema the configured database has, without changing it beyond making an absent file. */
export const migrationStatus = async (config: StorageConfig): Promise<MigrationState[]> => {
  const context = connectSqlite(config.driver === 'sqlite' ? { file: config.file } : { memory: true });
  try {
    return await statusOf(context.db);
  } finally {
    await context.close();
  }
};

/** Does the missing steps of the schema, or with `dryRun` only names them; resolves to their names in order. */
export const migrateStores = async (
  config: StorageConfig,
  options: { readonly dryRun?: boolean } = {},
): Promise<string[]> => {
  const context = connectSqlite(config.driver === 'sqlite' ? { file: config.file } : { memory: true });
  try {
    return await migrate(context.db, context.dialect, options);
  } finally {
    await context.close();
  }
};
