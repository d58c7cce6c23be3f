import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from './tables.ts';

/** The part of a query that says which page of a listing by time. */
export interface TimePage {
  readonly start?: number;
  readonly end?: number;
  readonly continueFrom?: { readonly at: number; readonly id: number };
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

/** Rows by time and id, newest first unless `oldestFirst`, from `start` or `continueFrom` to `end`, all inclusive. */
export const inReadingOrder = <T extends 'log' | 'blocks', O>(
  rows: SelectQueryBuilder<Tables, T, O>,
  { start, end, continueFrom, oldestFirst, limit }: TimePage,
): SelectQueryBuilder<Tables, T, O> => {
  // Both tables have the two columns, with the same types; the union of them is more than the checker can follow.
  let query = rows as unknown as SelectQueryBuilder<Tables, 'log', O>;
  const [onwards, strictly, direction] = oldestFirst ? (['>=', '>', 'asc'] as const) : (['<=', '<', 'desc'] as const);
  const backwards = oldestFirst ? '<=' : '>=';
  if (start !== undefined) query = query.where('at', onwards, start);
  if (end !== undefined) query = query.where('at', backwards, end);
  if (continueFrom) {
    const { at, id } = continueFrom;
    // The first condition repeats what the second implies, so that the index on the time can be used.
    query = query.where('at', onwards, at).where((is) => is.or([is('at', strictly, at), is('id', onwards, id)]));
  }
  query = query.orderBy('at', direction).orderBy('id', direction).limit(limit);
  return query as unknown as SelectQueryBuilder<Tables, T, O>;
};
