/** A mailed one-time code for an address. */
export interface EmailToken {
  readonly userId: number;
  /** What it is for: `confirm`, `reset`, … */
  readonly purpose: string;
  /** SHA-256 of the mailed code, hex. */
  readonly hash: string;
  readonly email: string;
  readonly expiresAt: number;
}

/** Mailed one-time codes. */
export interface EmailTokenStore {
  /** Replaces the user's earlier one of the same purpose. */
  put(token: EmailToken): Promise<void>;
  /** Looks without using it up. */
  find(purpose: string, hash: string, now: number): Promise<EmailToken | null>;
  /** Atomically takes it away: one caller gets it. */
  take(purpose: string, hash: string, now: number): Promise<EmailToken | null>;
  sweep(now: number): Promise<number>;
}
