/** The answer of {@link VolatileStore.increment}. */
export interface Counter {
  /** After this increment. */
  readonly count: number;
  /** Milliseconds: when the window ends. It began with the first increment and is not extended. */
  readonly resetsAt: number;
}

/**
 * Short-lived state: signed-in sessions, pending flows, throttle counters, CAPTCHA answers, used one-time codes.
 *
 * Every key expires. All operations on one key are atomic, across processes where the driver is shared.
 * Keys are `kind:rest`; values are text (JSON by the callers). A key is either a value or a counter: `get` and `take`
 * answer a counter as decimal text, `increment` on a value is undefined.
 */
export interface VolatileStore {
  get(key: string): Promise<string | null>;
  /** `ttl` in milliseconds, more than 0. */
  set(key: string, value: string, ttl: number): Promise<void>;
  /** Sets only if absent; resolves to whether it was. For one-time things. */
  add(key: string, value: string, ttl: number): Promise<boolean>;
  /** Reads and deletes in one step: one caller gets it. */
  take(key: string): Promise<string | null>;
  /** Adds one to a counter that lives `ttl` milliseconds from its first increment. `by` 0 only reads. */
  increment(key: string, ttl: number, by?: number): Promise<Counter>;
  /** Gives a key a new time to live; resolves to whether it exists. */
  touch(key: string, ttl: number): Promise<boolean>;
  delete(...keys: string[]): Promise<void>;
  /** Deletes what has expired, which is never seen anyway; resolves to how many entries are left. */
  sweep(): Promise<number>;
}

/** A volatile store as its driver opened it: to be closed by who opened it. */
export interface OpenVolatileStore extends VolatileStore {
  close(): Promise<void>;
}
