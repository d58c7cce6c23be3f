/** A user's membership in one explicit group. */
export interface GroupMembership {
  readonly group: string;
  /** Milliseconds; null = for ever. */
  readonly expiresAt: number | null;
}

/**
 * One account, as it is stored. Times are milliseconds since the epoch.
 *
 * Secrets are here only in hashed form: `passwordHash` and `temporaryPasswordHash` are in the format of `passwords/`.
 */
export interface UserRecord {
  /** Positive, given by the store in rising order, never used again. */
  readonly id: number;
  /** Canonical name, unique. */
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly emailConfirmedAt: number | null;
  readonly registeredAt: number;
  /** null = no password: no password matches. */
  readonly passwordHash: string | null;
  readonly passwordExpiresAt: number | null;
  readonly temporaryPasswordHash: string | null;
  readonly temporaryPasswordAt: number | null;
  /** Sessions begun before this time are over. */
  readonly sessionsValidFrom: number;
  readonly groups: readonly GroupMembership[];
}

/** What a new account is made of. */
export interface NewUser {
  readonly name: string;
  /** Look-alike skeleton of the name (`accounts/names`), or null where look-alikes are allowed. Unique when not null. */
  readonly skeleton: string | null;
  readonly realName?: string;
  readonly email?: string;
  readonly emailConfirmedAt?: number | null;
  readonly registeredAt: number;
  readonly passwordHash?: string | null;
  readonly passwordExpiresAt?: number | null;
  readonly temporaryPasswordHash?: string | null;
  readonly temporaryPasswordAt?: number | null;
  readonly groups?: readonly GroupMembership[];
  /** Foreign identities that sign in to it from the start. */
  readonly links?: readonly Omit<AccountLink, 'userId'>[];
  /** Preferences set from the start. */
  readonly options?: Readonly<Record<string, string>>;
}

/** The fields of an account that can change. `groups` replaces the whole list. */
export type UserPatch = Partial<Omit<UserRecord, 'id' | 'name' | 'registeredAt'>>;

/** One page of a listing of accounts, by name in code-point order. */
export interface UserListQuery {
  /** First name, inclusive. */
  readonly from?: string;
  /** Last name, inclusive. */
  readonly to?: string;
  readonly prefix?: string;
  /** Only members of any of these explicit groups. */
  readonly inGroups?: readonly string[];
  /** Only users in none of these explicit groups. */
  readonly notInGroups?: readonly string[];
  /** For the two above: memberships that have ended by this time do not count. Without it all count. */
  readonly now?: number;
  readonly descending?: boolean;
  readonly limit: number;
}

/** Why an account was not made: a name, a look or an identity that another account has. */
export type UserConflict = { readonly conflict: 'name' | 'skeleton' | 'link'; readonly existing: string };

/** Accounts. Every acknowledged write is on disk. */
export interface UserStore {
  /**
   * Makes an account, its groups, its options and its log entry in one transaction: all or nothing. The log entry gets
   * the new id as `params.userid`. When `log.actor` is null, the new account is the actor (`create`).
   */
  create(user: NewUser, log: NewLogEntry | null): Promise<UserRecord | UserConflict>;
  byId(id: number): Promise<UserRecord | null>;
  /** By canonical name, exact. */
  byName(name: string): Promise<UserRecord | null>;
  /** Several at once, by name or id; in no order, those that exist. */
  many(names: readonly string[], ids: readonly number[]): Promise<UserRecord[]>;
  /** Accounts with this address, compared exactly unless `ignoreCase`. At most 100. */
  byEmail(email: string, ignoreCase: boolean): Promise<UserRecord[]>;
  /**
   * Changes an account. With `onlyIf`, only when these fields still have the given values (compare and set).
   * Resolves to whether a row was changed.
   */
  update(id: number, patch: UserPatch, onlyIf?: UserPatch): Promise<boolean>;
  list(query: UserListQuery): Promise<UserRecord[]>;
  /** How many accounts there are. */
  count(): Promise<number>;
}

import type { AccountLink } from './links.ts';
import type { NewLogEntry } from './log.ts';
