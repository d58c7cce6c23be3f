import { availableParallelism } from 'node:os';
import { type Clock, systemClock } from '../base/clock.ts';
import type { StoredHash } from './formats/format.ts';
import { type CostLimits, DEFAULT_COST_LIMITS } from './formats/limits.ts';
import { type HashChoice, hashMaker } from './formats/registry.ts';
import { createQueue, type QueueStats } from './queue.ts';
import { type Readable, readStored, type Unusable } from './stored-hash.ts';

/** What {@link createHasher} can be told; all of it has defaults. */
export interface HasherOptions {
  /** Format and cost of new hashes: argon2id with 19 MiB and two passes. */
  readonly choice?: HashChoice;
  /** Hashes computed at once; by default one per core, and never all threads of Node's pool. */
  readonly concurrency?: number;
  /** Calls that may wait; further ones reject with `BusyError`. Default 256. */
  readonly queueLimit?: number;
  /** Longest password in bytes of UTF-8. Default 4096. */
  readonly maxPasswordBytes?: number;
  /** The most that a stored hash may ask for. */
  readonly limits?: Partial<CostLimits>;
  readonly clock?: Clock;
}

/** Facts beside the hash that old formats need. */
export interface VerifyContext {
  /** Id of the account: the salt of md5 hashes from before formats had names. */
  readonly userId?: number;
}

/** Answer to a password. */
export interface Verification {
  readonly ok: boolean;
  /** Only when `ok`: the hash should be replaced by one made now from this password. */
  readonly needsUpgrade: boolean;
  /** Set when no password could have matched: what the operator should know about the stored hash. */
  readonly unusable?: Unusable;
}

/** Makes and checks password hashes, off the event loop and a few at a time. */
export interface Hasher {
  /** A stored hash of the password. Rejects with `BusyError`, or RangeError when the password is too long. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one that was stored.
   *
   * Null and whatever cannot be read never match, and take the same work as a hash made now, so that the time does
   * not tell whether there is an account. Rejects with `BusyError` only.
   */
  verify(password: string, stored: string | null, context?: VerifyContext): Promise<Verification>;
  /** Whether a stored hash differs in format or cost from one made now. False when no password can match it. */
  isUpgradeNeeded(stored: string | null, context?: VerifyContext): boolean;
  /** What is wrong with a stored hash; null when passwords can be tried against it. Computes nothing. */
  inspect(stored: string | null, context?: VerifyContext): Unusable | null;
  stats(): QueueStats;
  /** Takes no more work; resolves when what it has is done. */
  close(): Promise<void>;
}

/**
 * One per core, but one thread of Node's pool (`UV_THREADPOOL_SIZE`, 4 unless set) stays free, because files and
 * name look-ups use the same pool and must not wait behind a row of hashes.
 */
export function defaultConcurrency(cores = availableParallelism(), poolSize = process.env.UV_THREADPOOL_SIZE): number {
  const threads = Math.floor(Number(poolSize)) || 4;
  return Math.max(1, Math.min(cores, threads - 1));
}

/** Makes a hasher. Throws RangeError when new hashes could not be computed or would be over the limits themselves. */
export function createHasher(options: HasherOptions = {}): Hasher {
  const maker = hashMaker(options.choice ?? { format: 'argon2id' });
  const limits = { ...DEFAULT_COST_LIMITS, ...options.limits };
  const maxBytes = options.maxPasswordBytes ?? 4096;
  const queue = createQueue({
    concurrency: options.concurrency ?? defaultConcurrency(),
    limit: options.queueLimit ?? 256,
    clock: options.clock ?? systemClock,
  });
  const decoy = readStored(maker.decoy(), limits);
  if (!('hash' in decoy)) throw new RangeError(decoy.reason);

  /** The text that is hashed, or null when it is too long; the first test spares normalising what is far too long. */
  const prepare = (password: string): string | null => {
    if (password.length > maxBytes * 4) return null;
    const text = password.normalize('NFC');
    return Buffer.byteLength(text) > maxBytes ? null : text;
  };

  const isOutdated = ({ format, hash }: Readable) => format !== maker.format || hash.cost !== maker.cost;

  const wasteTime = async (text: string) => {
    await decoy.hash.matches(text);
  };

  const tryHash = async (hash: StoredHash, text: string): Promise<boolean | null> => {
    try {
      return await hash.matches(text);
    } catch {
      return null;
    }
  };

  const check = async (text: string, found: Readable | Unusable): Promise<Verification> => {
    if (!('hash' in found)) {
      await wasteTime(text);
      return { ok: false, needsUpgrade: false, unusable: found };
    }
    const ok = await tryHash(found.hash, text);
    if (ok) return { ok, needsUpgrade: isOutdated(found) };
    if (ok === null || found.hash.cheap) await wasteTime(text);
    if (ok !== null) return { ok, needsUpgrade: false };
    const reason = `a hash of format ${found.format} could not be computed`;
    return { ok: false, needsUpgrade: false, unusable: { code: 'malformed', reason } };
  };

  return {
    hash: async (password) => {
      const text = prepare(password);
      if (text === null) throw new RangeError(`a password has at most ${maxBytes} bytes`);
      return queue.run(() => maker.make(text));
    },
    verify: async (password, stored, context) => {
      const text = prepare(password);
      if (text === null) return { ok: false, needsUpgrade: false };
      return queue.run(() => check(text, readStored(stored, limits, context?.userId)));
    },
    isUpgradeNeeded: (stored, context) => {
      const found = readStored(stored, limits, context?.userId);
      return 'hash' in found && isOutdated(found);
    },
    inspect: (stored, context) => {
      const found = readStored(stored, limits, context?.userId);
      return 'hash' in found ? null : found;
    },
    stats: () => queue.stats(),
    close: () => queue.close(),
  };
}
