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
