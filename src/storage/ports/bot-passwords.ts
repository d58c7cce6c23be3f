/** A password for one program of one user, with less than that user's rights. */
export interface BotPassword {
  readonly userId: number;
  /** 1–32 bytes, exact. */
  readonly appId: string;
  /** Hash in the format of `passwords/`; null = must be set anew ("needs reset"). */
  readonly passwordHash: string | null;
  /** 32 hex digits; a new value ends the sessions of this bot password. */
  readonly token: string;
  readonly grants: readonly string[];
  /** CIDR ranges that it may be used from. */
  readonly ipRanges: readonly string[];
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

/** Bot passwords. */
export interface BotPasswordStore {
  get(userId: number, appId: string): Promise<BotPassword | null>;
  list(userId: number): Promise<BotPassword[]>;
  /** Adds or replaces. */
  put(botPassword: BotPassword): Promise<void>;
  /** Removes one, or all of the user; resolves to how many. */
  remove(userId: number, appId?: string): Promise<number>;
  /** After a password change: all of the user's need a reset, and all get this token. Resolves to how many. */
  invalidateAll(userId: number, newToken: string): Promise<number>;
  /**
   * Notes a use, coarsely: not again within a minute. Replaces the hash when one is given (upgrade), but never one that
   * is gone, nor with `replaces` any other than that: a change of the password wins over an upgrade of the old hash.
   */
  used(userId: number, appId: string, at: number, passwordHash?: string, replaces?: string): Promise<void>;
}
