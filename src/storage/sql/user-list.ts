import type { Kysely } from 'kysely';
import type { UserListQuery, UserRecord } from '../ports/index.ts';
import { afterPrefix } from './code-point-range.ts';
import type { Tables } from './tables.ts';
import { userColumns, usersOf } from './user-rows.ts';

/** One page of accounts by name in code-point order. */
export const listUsers = async (db: Kysely<Tables>, query: UserListQuery): Promise<UserRecord[]> => {
  const { now } = query;
  const members = (groups: readonly string[]) => {
    const rows = db.selectFrom('user_groups').select('user_id').where('group_name', 'in', groups);
    if (now === undefined) return rows;
    return rows.where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]));
  };

  let page = db.selectFrom('users').select(['id', 'name']);
  if (query.from !== undefined) page = page.where('name', '>=', query.from);
  if (query.to !== undefined) page = page.where('name', '<=', query.to);
  if (query.prefix) {
    page = page.where('name', '>=', query.prefix);
    const end = afterPrefix(query.prefix);
    if (end !== null) page = page.where('name', '<', end);
  }
  if (query.inGroups) {
    if (query.inGroups.length === 0) return [];
    page = page.where('id', 'in', members(query.inGroups));
  }
  if (query.notInGroups && query.notInGroups.length > 0) page = page.where('id', 'not in', members(query.notInGroups));
  const direction = query.descending ? 'desc' : 'asc';
  page = page.orderBy('name', direction).limit(query.limit);

  const rows = await db
    .with('page', () => page)
    .selectFrom('page')
    .innerJoin('users', 'users.id', 'page.id')
    .leftJoin('user_groups', 'user_groups.user_id', 'users.id')
    .select(userColumns)
    .orderBy('users.name', direction)
    .execute();
  return usersOf(rows);
};
