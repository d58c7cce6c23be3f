import type { UserRecord } from '../storage/ports/index.ts';

/** Groups that nobody is put into: they follow from being signed in, or from age. */
export const IMPLICIT_GROUPS: readonly string[] = ['*', 'user', 'autoconfirmed'];

/** Which groups a group's members may give and take. `true` = all. */
export type ChangeableBy = Readonly<Record<string, true | readonly string[]>>;

/** What the configuration says of groups. */
export interface GroupSettings {
  /** Group → right → given or not; all groups there are. */
  readonly permissions: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly add: ChangeableBy;
  readonly remove: ChangeableBy;
  readonly addSelf: ChangeableBy;
  readonly removeSelf: ChangeableBy;
  /** Seconds since registration before `autoconfirmed`. */
  readonly autoconfirmAge: number;
}

/** Groups that somebody may give and take. */
export interface ChangeableGroups {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly addSelf: readonly string[];
  readonly removeSelf: readonly string[];
}

/** Groups and the rights that follow from them. */
export interface Groups {
  /** All groups with rights, in their order, implicit ones first. */
  readonly names: readonly string[];
  /** Groups that a user can be put into. */
  readonly explicit: readonly string[];
  rightsOf(group: string): readonly string[];
  /** `*`, then the implicit groups, then the explicit ones that have not run out. */
  effective(user: UserRecord | null, now: number): string[];
  /** Rights of a list of groups together. */
  rights(groups: readonly string[]): Set<string>;
  changeable(groups: readonly string[], rights: ReadonlySet<string>): ChangeableGroups;
  /** Every right that exists. */
  readonly allRights: readonly string[];
}

/** Makes the group table of a configuration. */
export function createGroups(settings: GroupSettings): Groups {
  const table = new Map<string, readonly string[]>();
  for (const [group, rights] of Object.entries(settings.permissions)) {
    table.set(
      group,
      Object.keys(rights).filter((right) => rights[right]),
    );
  }
  const names = [...table.keys()];
  const explicit = names.filter((g) => !IMPLICIT_GROUPS.includes(g));
  const cache = new Map<string, Set<string>>();

  const rights = (groups: readonly string[]): Set<string> => {
    const key = groups.join('\n');
    let set = cache.get(key);
    if (!set) {
      set = new Set(groups.flatMap((g) => table.get(g) ?? []));
      if (cache.size < 1000) cache.set(key, set);
    }
    return set;
  };
  const mayChange = (groups: readonly string[], by: ChangeableBy): string[] => {
    const out = new Set<string>();
    for (const g of groups) {
      const may = by[g];
      for (const target of may === true ? explicit : (may ?? [])) out.add(target);
    }
    return [...out];
  };
  return {
    names,
    explicit,
    rights,
    rightsOf: (group) => table.get(group) ?? [],
    allRights: [...new Set([...table.values()].flat())],
    effective(user, now) {
      if (!user) return ['*'];
      const groups = ['*', 'user'];
      if (now - user.registeredAt >= settings.autoconfirmAge * 1000) groups.push('autoconfirmed');
      for (const m of user.groups) if (m.expiresAt === null || m.expiresAt > now) groups.push(m.group);
      return groups;
    },
    changeable(groups, held) {
      if (held.has('userrights')) return { add: explicit, remove: explicit, addSelf: [], removeSelf: [] };
      return {
        add: mayChange(groups, settings.add),
        remove: mayChange(groups, settings.remove),
        addSelf: mayChange(groups, settings.addSelf),
        removeSelf: mayChange(groups, settings.removeSelf),
      };
    },
  };
}
