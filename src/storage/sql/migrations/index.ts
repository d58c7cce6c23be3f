import type { Kysely } from 'kysely';
import type { SqlDialect } from '../dialect.ts';
import { initial } from './0001-initial.ts';

/** One step of the schema, forward only. Released steps are never edited; a change is a new step. */
export type SchemaStep = (db: Kysely<unknown>, dialect: SqlDialect) => Promise<void>;

/** All steps by name; names sort in the order of the steps. */
export const schemaSteps: Readonly<Record<string, SchemaStep>> = {
  '0001-initial': initial,
};

/** Names of the steps in order; the last one is the version of the schema that this program needs. */
export const schemaVersions: readonly string[] = Object.keys(schemaSteps).sort();
