import type { FlowContext } from '../../auth/provider.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import type { Directory, Person } from './directory.ts';

/** Gives and takes the groups that the directory decides about; other memberships stay as they are. */
export async function syncGroups(
  { services }: FlowContext,
  user: UserRecord,
  directory: Directory | undefined,
  person: Person,
): Promise<void> {
  const decided = new Set(Object.values(directory?.config.groups ?? {}));
  if (decided.size === 0) return;
  const wanted = new Set(person.groups);
  const kept = user.groups.filter(({ group }) => !decided.has(group) || wanted.has(group));
  const had = new Set(kept.map(({ group }) => group));
  const added = [...wanted].filter((group) => !had.has(group));
  if (kept.length === user.groups.length && added.length === 0) return;
  const groups = [...kept, ...added.map((group) => ({ group, expiresAt: null }))];
  await services.accounts.update(user.id, { groups });
  services.log.info({ user: user.id, groups: [...wanted] }, 'groups follow the directory');
}
