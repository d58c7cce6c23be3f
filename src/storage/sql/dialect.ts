import type { ColumnDataType, Dialect, Insertable, Kysely, RawBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** A column type in a migration. */
export type ColumnType = ColumnDataType | RawBuilder<unknown>;

/** Column types for the migrations. Text is compared by code point, case-sensitively, trailing blanks counted. */
export interface ColumnTypes {
  /** Primary key, given by the database in rising order and never again. */
  readonly id: ColumnType;
  /** What the column definition needs beside the type, e.g. `auto_increment`. */
  readonly idModifier: 'autoincrement' | 'identity';
  /** 64-bit integer: ids of others, milliseconds. */
  readonly integer: ColumnType;
  /** Short text that can be indexed, of at most this many characters. */
  key(length: number): ColumnType;
  /** Text of any length, never indexed. */
  readonly text: ColumnType;
}

/** Everything in which the databases differ. One object for each of them; all else is portable SQL. */
export interface SqlDialect {
  readonly name: 'sqlite' | 'postgresql' | 'mariadb';
  readonly kysely: Dialect;
  readonly types: ColumnTypes;
  /** Whether this error of a statement says that a unique index forbids the row. */
  isUniqueViolation(error: unknown): boolean;
  /** Whether the database gave a transaction up for the sake of another one, so that it may succeed when repeated. */
  isGivenUp(error: unknown): boolean;
  /** Inserts rows; those whose `keys` are there already get the new values. */
  upsert<T extends keyof Tables & string>(
    db: Kysely<Tables>,
    table: T,
    keys: readonly (keyof Tables[T] & string)[],
    row: Insertable<Tables[T]>,
  ): Promise<void>;
}
