import { type Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely';
import type { SqlDialect } from '../sql/dialect.ts';
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
  upsert: async (db, table, keys, row) => {
    const isKey = (column: string): boolean => keys.some((key) => key === column);
    const others = Object.keys(row).filter((column) => !isKey(column));
    const update = Object.fromEntries(others.map((column) => [column, sql.ref(`excluded.${column}`)]));
    // Kysely cannot type columns of a table that is only known when it runs; the signature of `upsert` does.
    await db
      .insertInto(table)
      .values(row)
      .onConflict((conflict) => conflict.columns(keys as never).doUpdateSet(update as never))
      .execute();
  },
});
