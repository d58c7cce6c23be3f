import { oncePerTurn } from '../../base/once-per-turn.ts';
import type { UserOptionStore } from '../ports/index.ts';

/** Users whose preferences are remembered; beyond that many, all are forgotten. */
const LIMIT = 5000;

/**
 * Remembers preferences, because each request of a signed-in user asks for their language. What another process wrote
 * is seen in the next turn of the event loop, as `changeStamp` tells of it.
 */
export function rememberOptions(store: UserOptionStore, changeStamp: () => number): UserOptionStore {
  const byUser = new Map<number, Readonly<Record<string, string>>>();
  const currentStamp = oncePerTurn(changeStamp);
  let stamp = currentStamp();
  /** Rises with every change, so that what was read before it is not kept. */
  let generation = 0;

  const change = async (userId: number, write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } finally {
      byUser.delete(userId);
      generation++;
    }
  };

  return {
    async get(userId) {
      const now = currentStamp();
      if (now !== stamp) {
        stamp = now;
        byUser.clear();
        generation++;
      }
      const known = byUser.get(userId);
      if (known) return { ...known };
      const before = generation;
      const read = await store.get(userId);
      if (before === generation) {
        if (byUser.size >= LIMIT) byUser.clear();
        byUser.set(userId, { ...read });
      }
      return read;
    },
    set: (userId, changes) => change(userId, () => store.set(userId, changes)),
    clear: (userId) => change(userId, () => store.clear(userId)),
  };
}
