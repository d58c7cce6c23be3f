/** One "keep me signed in" cookie. The cookie's secret is stored hashed. */
export interface RememberedLogin {
  readonly userId: number;
  /** SHA-256 of the cookie value, hex. */
  readonly hash: string;
  readonly createdAt: number;
  readonly lastUsedAt: number;
  readonly expiresAt: number;
}

/** Logins that outlive their session. */
export interface RememberedLoginStore {
  add(login: RememberedLogin): Promise<void>;
  find(userId: number, hash: string, now: number): Promise<RememberedLogin | null>;
  used(userId: number, hash: string, at: number, expiresAt: number): Promise<void>;
  /** Removes one, or all of the user. */
  remove(userId: number, hash?: string): Promise<number>;
  /** Forgets what has expired. */
  sweep(now: number): Promise<number>;
}
