import type { Kysely } from 'kysely';
import type {
  GroupMembership,
  NewLogEntry,
  NewUser,
  UserConflict,
  UserPatch,
  UserRecord,
  UserStore,
} from '../ports/index.ts';
import { inTransaction, type SqlContext } from './context.ts';
import { logRow } from './log.ts';
import { prepared } from './prepared.ts';
import type { Tables } from './tables.ts';
import { listUsers } from './user-list.ts';
import { fold, newUserRow, patchColumns, sameGroups, type UserRow, userColumns, usersOf } from './user-rows.ts';

/** Accounts in SQL. */
export const sqlUserStore = (context: SqlContext): UserStore => {
  const { db, dialect } = context;
  const joined = (on: Kysely<Tables> = db) =>
    on.selectFrom('users').leftJoin('user_groups', 'user_groups.user_id', 'users.id').select(userColumns);
  const byId = prepared<UserRow>(() => joined().where('users.id', '=', 0));
  const byName = prepared<UserRow>(() => joined().where('users.name', '=', ''));

  const conflictOf = async (user: NewUser): Promise<UserConflict | null> => {
    const sameName = await db.selectFrom('users').select('name').where('name', '=', user.name).executeTakeFirst();
    if (sameName) return { conflict: 'name', existing: sameName.name };
    const alike =
      user.skeleton === null
        ? undefined
        : await db.selectFrom('users').select('name').where('skeleton', '=', user.skeleton).executeTakeFirst();
    if (alike) return { conflict: 'skeleton', existing: alike.name };
    for (const { provider, subject } of user.links ?? []) {
      const linked = await db
        .selectFrom('account_links')
        .innerJoin('users', 'users.id', 'account_links.user_id')
        .select('users.name')
        .where('provider', '=', provider)
        .where('subject', '=', subject)
        .executeTakeFirst();
      if (linked) return { conflict: 'link', existing: linked.name };
    }
    return null;
  };

  return {
    async create(user, log) {
      try {
        return await inTransaction(context, (trx) => insertUser(trx, user, log));
      } catch (error) {
        if (!dialect.isUniqueViolation(error)) throw error;
        const conflict = await conflictOf(user);
        if (!conflict) throw error;
        return conflict;
      }
    },

    async byId(id) {
      return usersOf(await byId(db, [id]))[0] ?? null;
    },

    async byName(name) {
      return usersOf(await byName(db, [name]))[0] ?? null;
    },

    async many(names, ids) {
      if (names.length + ids.length === 0) return [];
      const rows = await joined()
        .where((is) =>
          is.or([
            ...(names.length > 0 ? [is('users.name', 'in', names)] : []),
            ...(ids.length > 0 ? [is('users.id', 'in', ids)] : []),
          ]),
        )
        .execute();
      return usersOf(rows);
    },

    async byEmail(email, ignoreCase) {
      let matching = db.selectFrom('users').select('id').where('email_folded', '=', fold(email));
      if (!ignoreCase) matching = matching.where('email', '=', email);
      const ids = (await matching.orderBy('id').limit(100).execute()).map((row) => row.id);
      if (ids.length === 0) return [];
      return usersOf(await joined().where('users.id', 'in', ids).orderBy('users.id').execute());
    },

    update(id, patch, onlyIf = {}) {
      if (patch.groups === undefined && onlyIf.groups === undefined) return updateColumns(db, id, patch, onlyIf);
      return inTransaction(context, async (trx) => {
        // The row goes first even when only groups change: its lock keeps another change of the groups out.
        if (!(await updateColumns(trx, id, patch, onlyIf))) return false;
        if (onlyIf.groups) {
          const now = usersOf(await joined(trx).where('users.id', '=', id).execute())[0];
          if (!now || !sameGroups(now.groups, onlyIf.groups)) throw new Unchanged();
        }
        if (patch.groups) {
          await trx.deleteFrom('user_groups').where('user_id', '=', id).execute();
          await insertGroups(trx, id, patch.groups);
        }
        return true;
      }).catch((error: unknown) => {
        if (error instanceof Unchanged) return false;
        throw error;
      });
    },

    list: (query) => listUsers(db, query),

    async count() {
      const row = await db
        .selectFrom('users')
        .select((is) => is.fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
};

/** Rolls a conditional change back. */
class Unchanged extends Error {}

const insertUser = async (trx: Kysely<Tables>, user: NewUser, log: NewLogEntry | null): Promise<UserRecord> => {
  const { id } = await trx.insertInto('users').values(newUserRow(user)).returning('id').executeTakeFirstOrThrow();
  await insertGroups(trx, id, user.groups ?? []);
  const options = Object.entries(user.options ?? {}).map(([name, value]) => ({ user_id: id, name, value }));
  if (options.length > 0) await trx.insertInto('user_options').values(options).execute();
  const links = (user.links ?? []).map(({ provider, subject, label, createdAt }) => ({
    user_id: id,
    provider,
    subject,
    label,
    created_at: createdAt,
  }));
  if (links.length > 0) await trx.insertInto('account_links').values(links).execute();
  if (log) {
    const actor = log.actor ?? { id, name: user.name };
    await trx
      .insertInto('log')
      .values(logRow({ ...log, actor, params: { ...log.params, userid: id } }))
      .execute();
  }
  return {
    id,
    name: user.name,
    realName: user.realName ?? '',
    email: user.email ?? '',
    emailConfirmedAt: user.emailConfirmedAt ?? null,
    registeredAt: user.registeredAt,
    passwordHash: user.passwordHash ?? null,
    passwordExpiresAt: user.passwordExpiresAt ?? null,
    temporaryPasswordHash: user.temporaryPasswordHash ?? null,
    temporaryPasswordAt: user.temporaryPasswordAt ?? null,
    sessionsValidFrom: 0,
    groups: [...(user.groups ?? [])].sort((a, b) => (a.group < b.group ? -1 : 1)),
  };
};

const insertGroups = async (db: Kysely<Tables>, id: number, groups: readonly GroupMembership[]): Promise<void> => {
  if (groups.length === 0) return;
  const rows = groups.map(({ group, expiresAt }) => ({ user_id: id, group_name: group, expires_at: expiresAt }));
  await db.insertInto('user_groups').values(rows).execute();
};

const updateColumns = async (db: Kysely<Tables>, id: number, patch: UserPatch, onlyIf: UserPatch): Promise<boolean> => {
  const changes = patchColumns(patch);
  if (changes.email !== undefined) changes.email_folded = fold(changes.email);
  const row = Object.keys(changes).length > 0 ? changes : { id };
  let query = db.updateTable('users').set(row).where('id', '=', id);
  for (const [column, value] of Object.entries(patchColumns(onlyIf))) {
    const name = column as keyof typeof changes;
    query = value === null ? query.where(name, 'is', null) : query.where(name, '=', value);
  }
  const { numUpdatedRows } = await query.executeTakeFirst();
  return numUpdatedRows > 0n;
};
