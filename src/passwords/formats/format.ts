import type { CostLimits } from './limits.ts';

/**
 * One stored hash, understood: all that is needed to try a password against it. Made by {@link PasswordFormat.read}.
 */
export interface StoredHash {
  /** The parameters that decide the cost, in one canonical text: two hashes with equal text cost the same. */
  readonly cost: string;
  /** True when trying a password takes no noticeable time, so that a wrong one has to be padded to equal work. */
  readonly cheap: boolean;
  /** What is beyond the limits, in words for the operator; null when the hash may be computed. */
  excess(limits: CostLimits): string | null;
  /** Whether this password gives this hash. The text is already in NFC and capped. May reject on odd parameters. */
  matches(password: string): Promise<boolean>;
}

/** A way to store a password: `:NAME:BODY`, the container that MediaWiki uses. One file each in this folder. */
export interface PasswordFormat {
  readonly name: string;
  /** Understands what follows `:NAME:`; null when it does not have the form. Never throws. */
  read(body: string): StoredHash | null;
}

/** How new hashes are made: a format and its cost, fixed. */
export interface HashMaker {
  readonly format: string;
  /** Equal to {@link StoredHash.cost} of every hash made. */
  readonly cost: string;
  /** Makes a stored hash with a fresh salt. The text is already in NFC and capped. */
  make(password: string): Promise<string>;
  /** A stored hash of this cost that no password is known to match, made without computing one. */
  decoy(): string;
}
