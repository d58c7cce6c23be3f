import type { Clock } from '../../base/clock.ts';
import type { OpenVolatileStore } from '../ports/index.ts';

interface Entry {
  value: string;
  expiresAt: number;
}

/** State in memory can be emptied at once, for tests. */
export interface MemoryVolatileStore extends OpenVolatileStore {
  clear(): void;
}

/** How many old entries each write looks at: more than the one it may add, so that expired ones cannot pile up. */
const sweptPerWrite = 4;

/** Short-lived state in the memory of one process. What has expired is dropped bit by bit with each write. */
export const createMemoryVolatile = ({ clock }: { readonly clock: Clock }): MemoryVolatileStore => {
  const entries = new Map<string, Entry>();
  let cursor = entries.entries();

  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry === undefined || entry.expiresAt > clock.now()) return entry;
    entries.delete(key);
    return undefined;
  };

  const put = (key: string, value: string, expiresAt: number): void => {
    entries.set(key, { value, expiresAt });
    sweepSome();
  };

  const sweepSome = (): void => {
    const now = clock.now();
    for (let looked = 0; looked < sweptPerWrite; looked++) {
      const next = cursor.next();
      if (next.done) {
        cursor = entries.entries();
        return;
      }
      const [key, entry] = next.value;
      if (entry.expiresAt <= now) entries.delete(key);
    }
  };

  return {
    async get(key) {
      return live(key)?.value ?? null;
    },

    async set(key, value, ttl) {
      put(key, value, clock.now() + ttl);
    },

    async add(key, value, ttl) {
      if (live(key)) return false;
      put(key, value, clock.now() + ttl);
      return true;
    },

    async take(key) {
      const entry = live(key);
      entries.delete(key);
      return entry?.value ?? null;
    },

    async increment(key, ttl, by = 1) {
      const entry = live(key);
      const count = Number(entry?.value ?? 0) + by;
      const resetsAt = entry?.expiresAt ?? clock.now() + ttl;
      if (entry) entry.value = String(count);
      else if (by !== 0) put(key, String(count), resetsAt);
      return { count, resetsAt };
    },

    async touch(key, ttl) {
      const entry = live(key);
      if (entry) entry.expiresAt = clock.now() + ttl;
      return entry !== undefined;
    },

    async delete(...keys) {
      for (const key of keys) entries.delete(key);
    },

    async sweep() {
      const now = clock.now();
      for (const [key, entry] of entries) if (entry.expiresAt <= now) entries.delete(key);
      return entries.size;
    },

    clear: () => entries.clear(),

    async close() {
      entries.clear();
    },
  };
};
