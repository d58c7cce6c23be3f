import { sql } from 'kysely';
import type { SqlDialect } from './dialect.ts';

/** {@link SqlDialect.upsert} for databases that know `on conflict` (SQLite, PostgreSQL). */
export const upsertOnConflict: SqlDialect['upsert'] = async (db, table, keys, row) => {
  const isKey = (column: string): boolean => keys.some((key) => key === column);
  const others = Object.keys(row).filter((column) => !isKey(column));
  const update = Object.fromEntries(others.map((column) => [column, sql.ref(`excluded.${column}`)]));
  // Kysely cannot type columns of a table that is only known when it runs; the signature of `upsert` does.
  await db
    .insertInto(table)
    .values(row)
    .onConflict((conflict) => conflict.columns(keys as never).doUpdateSet(update as never))
    .execute();
};
