/** A higher limit on account creation for a range of addresses for some time (a workshop, a class). */
export interface ThrottleExemption {
  readonly id: number;
  /** CIDR range. */
  readonly range: string;
  /** Accounts allowed per window from each address; null = no limit. */
  readonly limit: number | null;
  readonly from: number;
  readonly until: number;
  readonly reason: string;
}

/** Timed exemptions from the limit on account creation. */
export interface ThrottleExemptionStore {
  add(exemption: Omit<ThrottleExemption, 'id'>): Promise<ThrottleExemption>;
  list(): Promise<ThrottleExemption[]>;
  remove(id: number): Promise<boolean>;
  /** Those in force at `now`. */
  inForce(now: number): Promise<ThrottleExemption[]>;
}
