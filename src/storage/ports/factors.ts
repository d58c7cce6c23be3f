/** A second factor of a user. What `data` holds belongs to the provider of that `kind`; secrets in it are sealed. */
export interface Factor {
  readonly id: number;
  readonly userId: number;
  /** `totp`, `recovery-code`, `webauthn`, … */
  readonly kind: string;
  /** What tells it apart for its owner. */
  readonly name: string;
  readonly data: string;
  readonly createdAt: number;
  readonly lastUsedAt: number | null;
}

/** Second factors. */
export interface FactorStore {
  list(userId: number, kind?: string): Promise<Factor[]>;
  add(factor: Omit<Factor, 'id' | 'lastUsedAt'>): Promise<number>;
  /** Compare and set: only when `data` still is `expected`. Resolves to whether it was. */
  update(id: number, expected: string, data: string, usedAt: number): Promise<boolean>;
  /** Removes one, or all of a kind; resolves to how many. A removal is atomic: one caller sees 1. */
  remove(userId: number, kind: string, id?: number): Promise<number>;
}
