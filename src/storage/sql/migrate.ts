import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { StorageError } from '../storage-error.ts';
import type { SqlDialect } from './dialect.ts';
import { schemaSteps, schemaVersions } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** One step of the schema and when it was done on this database (ISO time), or null when it is still to do. */
export interface MigrationState {
  readonly name: string;
  readonly doneAt: string | null;
}

/** Which steps of the schema this database has. Throws {@link StorageError} `newer-schema` when it has unknown ones. */
export const migrationStatus = async (db: Kysely<Tables>): Promise<MigrationState[]> => {
  const done = await executed(db);
  const unknown = [...done.keys()].filter((name) => !schemaVersions.includes(name));
  if (unknown.length > 0) {
    throw new StorageError(
      'newer-schema',
      `The database has schema version ${unknown.sort().at(-1)}, this program knows versions up to ` +
        `${schemaVersions.at(-1)}. Use a newer version of the program.`,
    );
  }
  return schemaVersions.map((name) => ({ name, doneAt: done.get(name) ?? null }));
};

/**
 * Does the steps that are missing, in one transaction where the database can; resolves to their names. With `dryRun`
 * only names them. Safe when several processes start at once.
 */
export const migrate = async (
  db: Kysely<Tables>,
  dialect: SqlDialect,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<string[]> => {
  const pending = (await migrationStatus(db)).filter((step) => step.doneAt === null).map((step) => step.name);
  if (pending.length === 0 || dryRun) return pending;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(dialect) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
};

const migrations = (dialect: SqlDialect): Record<string, Migration> =>
  Object.fromEntries(
    Object.entries(schemaSteps).map(([name, step]) => [name, { up: (db: Kysely<unknown>) => step(db, dialect) }]),
  );

const executed = async (db: Kysely<Tables>): Promise<Map<string, string>> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return new Map();
  const { rows } = await sql<{ name: string; timestamp: string }>`select name, timestamp from kysely_migration`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.name, row.timestamp]));
};
