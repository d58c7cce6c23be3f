/** Remembers what was found for an address, up to a number of addresses. */
export interface Memory {
  /** Null when nothing is known any more. */
  get(address: string, now: number): boolean | null;
  /** `until` in milliseconds; the past forgets. */
  set(address: string, listed: boolean, until: number): void;
}

/** Makes a memory of at most `limit` addresses; the one that was set first is forgotten first. */
export function createMemory(limit: number): Memory {
  const known = new Map<string, { readonly listed: boolean; readonly until: number }>();
  return {
    get(address, now) {
      const entry = known.get(address);
      if (entry === undefined) return null;
      if (entry.until > now) return entry.listed;
      known.delete(address);
      return null;
    },
    set(address, listed, until) {
      known.delete(address);
      if (known.size >= limit) for (const oldest of known.keys()) if (known.delete(oldest)) break;
      known.set(address, { listed, until });
    },
  };
}
