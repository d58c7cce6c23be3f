import type { Insertable, Updateable } from 'kysely';
import type { GroupMembership, NewUser, UserPatch, UserRecord } from '../ports/index.ts';
import type { UsersTable } from './tables.ts';

/** The columns of an account and of one of its memberships, as {@link usersOf} takes them. */
export const userColumns = [
  'users.id',
  'users.name',
  'users.real_name',
  'users.email',
  'users.email_confirmed_at',
  'users.registered_at',
  'users.password_hash',
  'users.password_expires_at',
  'users.temporary_password_hash',
  'users.temporary_password_at',
  'users.sessions_valid_from',
  'user_groups.group_name',
  'user_groups.expires_at',
] as const;

/** A row of accounts joined with memberships: one for each membership, or one with nulls. */
export interface UserRow {
  readonly id: number;
  readonly name: string;
  readonly real_name: string;
  readonly email: string;
  readonly email_confirmed_at: number | null;
  readonly registered_at: number;
  readonly password_hash: string | null;
  readonly password_expires_at: number | null;
  readonly temporary_password_hash: string | null;
  readonly temporary_password_at: number | null;
  readonly sessions_valid_from: number;
  readonly group_name: string | null;
  readonly expires_at: number | null;
}

/** Accounts out of joined rows, in the order in which they first occur; groups by name. */
export const usersOf = (rows: readonly UserRow[]): UserRecord[] => {
  const found = new Map<number, { row: UserRow; groups: GroupMembership[] }>();
  for (const row of rows) {
    let entry = found.get(row.id);
    if (!entry) {
      entry = { row, groups: [] };
      found.set(row.id, entry);
    }
    if (row.group_name !== null) entry.groups.push({ group: row.group_name, expiresAt: row.expires_at });
  }
  return Array.from(found.values(), ({ row, groups }) => ({
    id: row.id,
    name: row.name,
    realName: row.real_name,
    email: row.email,
    emailConfirmedAt: row.email_confirmed_at,
    registeredAt: row.registered_at,
    passwordHash: row.password_hash,
    passwordExpiresAt: row.password_expires_at,
    temporaryPasswordHash: row.temporary_password_hash,
    temporaryPasswordAt: row.temporary_password_at,
    sessionsValidFrom: row.sessions_valid_from,
    groups: groups.sort((a, b) => (a.group < b.group ? -1 : 1)),
  }));
};

/** The row of a new account. */
export const newUserRow = (user: NewUser): Insertable<UsersTable> => ({
  name: user.name,
  skeleton: user.skeleton,
  real_name: user.realName ?? '',
  email: user.email ?? '',
  email_folded: fold(user.email ?? ''),
  email_confirmed_at: user.emailConfirmedAt ?? null,
  registered_at: user.registeredAt,
  password_hash: user.passwordHash ?? null,
  password_expires_at: user.passwordExpiresAt ?? null,
  temporary_password_hash: user.temporaryPasswordHash ?? null,
  temporary_password_at: user.temporaryPasswordAt ?? null,
  sessions_valid_from: 0,
});

/** The columns that a patch names; memberships are in another table. */
export const patchColumns = (patch: UserPatch): Updateable<UsersTable> => {
  const columns: Updateable<UsersTable> = {
    real_name: patch.realName,
    email: patch.email,
    email_confirmed_at: patch.emailConfirmedAt,
    password_hash: patch.passwordHash,
    password_expires_at: patch.passwordExpiresAt,
    temporary_password_hash: patch.temporaryPasswordHash,
    temporary_password_at: patch.temporaryPasswordAt,
    sessions_valid_from: patch.sessionsValidFrom,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
};

/** An address in the form in which case does not matter. */
export const fold = (email: string): string => email.toLowerCase();

/** Whether two lists name the same memberships, in any order. */
export const sameGroups = (a: readonly GroupMembership[], b: readonly GroupMembership[]): boolean =>
  a.length === b.length && a.every((x) => b.some((y) => x.group === y.group && x.expiresAt === y.expiresAt));
