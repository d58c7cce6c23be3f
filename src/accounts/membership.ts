import { isoTime } from '../base/time.ts';
import type { GroupMembership, LogActor, Stores, UserRecord } from '../storage/ports/index.ts';
import type { Accounts } from './accounts.ts';
import { tidyReason } from './blocking.ts';
import type { ChangeableGroups } from './groups.ts';

/** A wished change of explicit groups. */
export interface MembershipOrder {
  /** With the time each membership ends in milliseconds, null = never. */
  readonly add: readonly GroupMembership[];
  readonly remove: readonly string[];
  readonly reason: string;
}

/** What really changed. */
export interface MembershipChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const forLog = (memberships: readonly GroupMembership[]): { group: string; expiry: string }[] =>
  memberships.map(({ group, expiresAt }) => ({
    group,
    expiry: expiresAt === null ? 'infinity' : isoTime(expiresAt),
  }));

const sameMemberships = (a: readonly GroupMembership[], b: readonly GroupMembership[]): boolean =>
  a.length === b.length && a.every((m) => b.some((n) => n.group === m.group && n.expiresAt === m.expiresAt));

function changed(
  before: readonly GroupMembership[],
  order: MembershipOrder,
  allowed: { readonly add: readonly string[]; readonly remove: readonly string[] },
): MembershipChange & { readonly after: readonly GroupMembership[] } {
  const held = new Map(before.map((m) => [m.group, m]));
  const removed = [...new Set(order.remove)].filter((group) => held.has(group) && allowed.remove.includes(group));
  for (const group of removed) held.delete(group);
  const added: string[] = [];
  for (const wish of order.add) {
    if (!allowed.add.includes(wish.group)) continue;
    const now = held.get(wish.group);
    if (now?.expiresAt === wish.expiresAt) continue;
    // Who can give a group but not take it away cannot shorten a membership either.
    const shorter = now && (now.expiresAt ?? Number.POSITIVE_INFINITY) > (wish.expiresAt ?? Number.POSITIVE_INFINITY);
    if (shorter && !allowed.remove.includes(wish.group)) continue;
    held.set(wish.group, wish);
    added.push(wish.group);
  }
  return { added, removed, after: [...held.values()] };
}

/**
 * Changes the groups of an account as far as `changeable` allows, and writes it into the public log when anything
 * changed. What is not allowed or already so is left out without an error, as MediaWiki does.
 */
export async function changeGroups(
  stores: Pick<Stores, 'users' | 'log'>,
  accounts: Pick<Accounts, 'update'>,
  performer: LogActor,
  target: UserRecord,
  order: MembershipOrder,
  changeable: ChangeableGroups,
  now: number,
): Promise<MembershipChange> {
  const isSelf = performer.id === target.id;
  const allowed = {
    add: isSelf ? [...changeable.add, ...changeable.addSelf] : changeable.add,
    remove: isSelf ? [...changeable.remove, ...changeable.removeSelf] : changeable.remove,
  };
  let user: UserRecord | null = target;
  // Another change may come between reading and writing: then start again from what it left.
  for (let attempt = 0; user && attempt < 5; attempt++) {
    const before = user.groups.filter((m) => m.expiresAt === null || m.expiresAt > now);
    const { added, removed, after } = changed(before, order, allowed);
    // Taken away and given again changes nothing, but is answered as both.
    if (sameMemberships(before, after)) return { added, removed };
    if (await accounts.update(user.id, { groups: after }, { groups: user.groups })) {
      await stores.log.add({
        type: 'rights',
        action: 'rights',
        actor: performer,
        title: `User:${user.name}`,
        namespace: 2,
        comment: tidyReason(order.reason),
        params: {
          oldgroups: before.map((m) => m.group),
          newgroups: after.map((m) => m.group),
          oldmetadata: forLog(before),
          newmetadata: forLog(after),
        },
        at: now,
      });
      return { added, removed };
    }
    user = await stores.users.byId(target.id);
  }
  return { added: [], removed: [] };
}
