import { sha256Hex } from '../base/digest.ts';
import type { VolatileStore } from '../storage/ports/index.ts';

/** So many in so long. A count of 0 means no limit. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

/** Which limit was passed. */
export interface Exceeded {
  readonly limit: Limit;
  /** Seconds until the window ends, at least 1. */
  readonly retryAfter: number;
}

/** Counts attempts in fixed windows that begin with the first attempt and are not extended. */
export interface Throttle {
  /** Counts one attempt under each limit; resolves to the longest limit that it goes over, or null. Atomic. */
  hit(kind: string, key: string, limits: readonly Limit[]): Promise<Exceeded | null>;
  /** Takes one attempt back (it turned out to be good). */
  refund(kind: string, key: string, limits: readonly Limit[]): Promise<void>;
  /** Forgets all attempts. */
  clear(kind: string, key: string, limits: readonly Limit[]): Promise<void>;
  /** How many attempts there are in the window of one limit, without counting one. */
  count(kind: string, key: string, limit: Limit): Promise<number>;
}

/** Makes the throttle over the volatile store. */
export function createThrottle(volatile: VolatileStore, now: () => number): Throttle {
  // Keys hold names and addresses of any length: their digest bounds the key and keeps them out of dumps.
  const keyOf = (kind: string, key: string, limit: Limit): string =>
    `throttle:${kind}:${limit.seconds}:${sha256Hex(key).slice(0, 32)}`;
  const active = (limits: readonly Limit[]): Limit[] => limits.filter((limit) => limit.count > 0);
  return {
    async hit(kind, key, limits) {
      let worst: Exceeded | null = null;
      for (const limit of active(limits)) {
        const { count, resetsAt } = await volatile.increment(keyOf(kind, key, limit), limit.seconds * 1000);
        if (count <= limit.count) continue;
        const retryAfter = Math.max(1, Math.ceil((resetsAt - now()) / 1000));
        if (!worst || limit.seconds > worst.limit.seconds) worst = { limit, retryAfter };
      }
      return worst;
    },
    async refund(kind, key, limits) {
      for (const limit of active(limits)) await volatile.increment(keyOf(kind, key, limit), limit.seconds * 1000, -1);
    },
    async clear(kind, key, limits) {
      const keys = active(limits).map((limit) => keyOf(kind, key, limit));
      if (keys.length > 0) await volatile.delete(...keys);
    },
    async count(kind, key, limit) {
      return (await volatile.increment(keyOf(kind, key, limit), limit.seconds * 1000, 0)).count;
    },
  };
}
