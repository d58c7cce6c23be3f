import { msg } from '../../base/message.ts';
import { parseTimestamp, timestamp14 } from '../../base/time.ts';
import { apiError } from '../../errors/api-error.ts';

/** Where a listing by time goes on. */
export interface Place {
  readonly at: number;
  readonly id: number;
}

/** `20261120130714|5`, the value that continues a listing at this row. */
export const placeText = ({ at, id }: Place): string => `${timestamp14(at)}|${id}`;

/** Reads {@link placeText}. The time comes with whole seconds only. Throws `badcontinue`. */
export function readPlace(text: string): Place {
  const [time = '', id = '', ...more] = text.split('|');
  const at = /^\d{14}$/.test(time) ? parseTimestamp(time, 0) : null;
  if (at === null || !/^\d{1,15}$/.test(id) || more.length > 0) throw apiError(msg('apierror-badcontinue'));
  return { at, id: Number(id) };
}

/** The last millisecond of the second that a time of the wire names. */
export const endOfSecond = (ms: number): number => Math.floor(ms / 1000) * 1000 + 999;

/** Bounds in reading order that hold for all of the seconds that were named. */
export function bounds(
  start: number | null,
  end: number | null,
  oldestFirst: boolean,
): { readonly start?: number; readonly end?: number } {
  const lower = oldestFirst ? start : end;
  const upper = oldestFirst ? end : start;
  const late = upper === null ? undefined : endOfSecond(upper);
  const early = lower === null ? undefined : lower;
  const [first, last] = oldestFirst ? [early, late] : [late, early];
  return { ...(first === undefined ? {} : { start: first }), ...(last === undefined ? {} : { end: last }) };
}

/** How many rows one request looks at when it picks some of them; then the client continues. */
const MOST_LOOKED_AT = 5000;

/** A page of a listing: the rows, and where the next page begins. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: Place | null;
}

/**
 * Reads up to `limit` rows that `accept` likes, from `place` on. `read` answers the rows from a place, at most as many as
 * asked. Looks at a bounded number of rows, so a page may be short and still have a next one.
 */
export async function readPage<T extends Place>(
  limit: number,
  place: Place | null,
  accept: ((row: T) => boolean) | null,
  read: (from: Place | null, count: number) => Promise<readonly T[]>,
): Promise<Page<T>> {
  if (!accept) {
    const rows = await read(place, limit + 1);
    const extra = rows[limit];
    return { rows: rows.slice(0, limit), next: extra ? { at: extra.at, id: extra.id } : null };
  }
  const found: T[] = [];
  let from = place;
  for (let looked = 0; looked < MOST_LOOKED_AT; ) {
    const batch = await read(from, 501);
    const beyond = batch[500];
    for (const row of batch.slice(0, 500)) {
      if (!accept(row)) continue;
      if (found.length === limit) return { rows: found, next: { at: row.at, id: row.id } };
      found.push(row);
    }
    if (!beyond) return { rows: found, next: null };
    from = { at: beyond.at, id: beyond.id };
    looked += 500;
  }
  return { rows: found, next: from };
}
