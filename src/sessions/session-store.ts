import type { VolatileStore } from '../storage/ports/index.ts';
import type { SessionRecord } from './types.ts';

/** A stored session and when it was last written. */
export interface StoredSession extends SessionRecord {
  /** When the person signed in: the absolute limit counts from here. */
  readonly startedAt: number;
  /** Last use, coarse: written at most once in {@link TOUCH_MS}. */
  readonly seenAt: number;
}

/** How stale `seenAt` may be. Bounds the writes of a busy session to one a minute. */
export const TOUCH_MS = 60_000;

const key = (id: string): string => `session:${id}`;

/** Signed-in sessions in the volatile store. */
export const sessionStore = (volatile: VolatileStore, idleMs: number) => ({
  async get(id: string): Promise<StoredSession | null> {
    const text = await volatile.get(key(id));
    return text === null ? null : (JSON.parse(text) as StoredSession);
  },
  put: (id: string, record: StoredSession): Promise<void> => volatile.set(key(id), JSON.stringify(record), idleMs),
  remove: (id: string): Promise<void> => volatile.delete(key(id)),
});
