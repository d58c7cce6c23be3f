import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { SqlDialect } from './dialect.ts';
import type { Tables } from './tables.ts';

/** What every SQL store works with. */
export interface SqlContext {
  readonly db: Kysely<Tables>;
  readonly dialect: SqlDialect;
}

/** Booleans are 0 and 1 in every database. */
export const bit = (value: boolean): number => (value ? 1 : 0);

/** How many rows a statement touched. */
export const affected = (result: { readonly numDeletedRows?: bigint; readonly numUpdatedRows?: bigint }): number =>
  Number(result.numDeletedRows ?? result.numUpdatedRows ?? 0n);

const attempts = 10;

/** Runs changes in one transaction, all or nothing; again when the database gave it up (deadlock, serialisation). */
export const inTransaction = async <T>(
  { db, dialect }: SqlContext,
  changes: (trx: Kysely<Tables>) => Promise<T>,
): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(changes);
    } catch (error) {
      if (attempt === attempts || !dialect.isGivenUp(error)) throw error;
      // A random pause, or the same ones meet again.
      await sleep(Math.random() * 10 * attempt);
    }
  }
};
