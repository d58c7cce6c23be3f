import { type Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { SqlDialect } from '../sql/dialect.ts';
import { upsertOnConflict } from '../sql/upsert.ts';
import { type SqliteConnection, SqliteDriver } from './driver.ts';
import { isUniqueViolation } from './failures.ts';

/** SQLite can change its schema in a transaction; Kysely's own adapter does without. Then half a migration could stay. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** SQLite: text columns have the `BINARY` collation, which compares UTF-8 bytes and so code points. */
export const sqliteDialect = (connection: SqliteConnection): SqlDialect => ({
  name: 'sqlite',
  kysely: {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new SqliteDriver(connection),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  types: {
    id: 'integer',
    idModifier: 'autoincrement',
    integer: 'integer',
    text: 'text',
    key: () => 'text',
  },
  isUniqueViolation,
  // The write lock is taken at the start and waited for in the driver.
  isGivenUp: () => false,
  upsert: upsertOnConflict,
});
