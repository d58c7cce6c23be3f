/** How much work a stored hash may ask for before it is refused unseen. A planted row must not stop the server. */
export interface CostLimits {
  /** KiB that one argon2 computation may use. */
  readonly argon2MemoryKiB: number;
  /** KiB times passes of one argon2 computation. */
  readonly argon2Work: number;
  /** HMAC rounds times output blocks of one pbkdf2 computation. */
  readonly pbkdf2Rounds: number;
  /** Base-two logarithm of the bcrypt rounds. */
  readonly bcryptRounds: number;
}

/** A few seconds of one core, 256 MiB. */
export const DEFAULT_COST_LIMITS: CostLimits = {
  argon2MemoryKiB: 262_144,
  argon2Work: 1_048_576,
  pbkdf2Rounds: 5_000_000,
  bcryptRounds: 15,
};
