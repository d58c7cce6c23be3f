import type { Clock } from '../base/clock.ts';
import { ipToHex } from '../base/ip.ts';
import type {
  Block,
  BotPassword,
  NewLogEntry,
  NewUser,
  Stores,
  UserConflict,
  UserPatch,
  UserRecord,
} from '../storage/ports/index.ts';
import { rightsOfGrants } from './grants.ts';
import { createGroups, type GroupSettings, type Groups } from './groups.ts';
import { canonicalUserName, type NameRules, nameStatus, skeleton } from './names/index.ts';
import { UserCache } from './user-cache.ts';

/** What the configuration says of accounts. */
export interface AccountSettings {
  readonly names: NameRules;
  readonly refuseLookAlikes: boolean;
  readonly groups: GroupSettings;
}

/** Accounts, their names, groups, rights and blocks. Every write of an account goes through here. */
export interface Accounts {
  readonly groups: Groups;
  byId(id: number): Promise<UserRecord | null>;
  /** By canonical name. */
  byName(name: string): Promise<UserRecord | null>;
  /** By any form of the name that MediaWiki takes (`alice`, `User:Alice`, `name_with_spaces`). */
  find(text: string): Promise<UserRecord | null>;
  /** Canonical name, or null when the text is no name of that level. */
  canonical(text: string, level: 'none' | 'valid' | 'usable' | 'creatable'): string | null;
  nameStatus(text: string): ReturnType<typeof nameStatus>;
  /** Makes an account; the look-alike skeleton is added where the configuration asks for it. */
  create(user: Omit<NewUser, 'skeleton'>, log: NewLogEntry | null): Promise<UserRecord | UserConflict>;
  /** Changes an account; see `UserStore.update`. */
  update(id: number, patch: UserPatch, onlyIf?: UserPatch): Promise<boolean>;
  /** Groups of a caller in wire order. */
  effectiveGroups(user: UserRecord | null): string[];
  /** Rights of a caller, cut down to the grants in a bot-password session. Read-only. */
  rights(user: UserRecord | null, botPassword: BotPassword | null): ReadonlySet<string>;
  /**
   * Blocks in force on a caller: on the account, and on the address unless exempt. Address blocks for anonymous
   * callers only do not count for accounts.
   */
  blocks(user: UserRecord | null, address: string | null): Promise<Block[]>;
  /**
   * The block that keeps this caller from creating accounts: of the account, or any of the address unless the caller
   * has `ipblock-exempt`. Ask with null for the account that is being made, which has no rights yet.
   */
  creationBlock(user: UserRecord | null, address: string): Promise<Block | null>;
}

/** Makes the accounts service over the stores. */
export function createAccounts(stores: Stores, clock: Clock, settings: AccountSettings): Accounts {
  const groups = createGroups(settings.groups);
  const cache = new UserCache(stores, 10_000);
  const canonical: Accounts['canonical'] = (text, level) => canonicalUserName(text, level, settings.names);
  const grantCache = new Map<string, ReadonlySet<string>>();
  const isExempt = (user: UserRecord | null): boolean =>
    user !== null && accounts.rights(user, null).has('ipblock-exempt');

  const accounts: Accounts = {
    groups,
    byId: (id) => cache.byId(id),
    byName: (name) => cache.byName(name),
    canonical,
    nameStatus: (text) => nameStatus(text, settings.names),
    async find(text) {
      const name = canonical(text, 'valid');
      return name === null ? null : cache.byName(name);
    },
    create: (user, log) =>
      stores.users.create({ ...user, skeleton: settings.refuseLookAlikes ? skeleton(user.name) : null }, log),
    async update(id, patch, onlyIf) {
      const done = await stores.users.update(id, patch, onlyIf);
      cache.forget(id);
      return done;
    },
    effectiveGroups: (user) => groups.effective(user, clock.now()),
    rights(user, botPassword) {
      const held = groups.effective(user, clock.now());
      const own = groups.rights(held);
      if (!botPassword) return own;
      const key = `${held.join('\n')}\n\n${botPassword.grants.join('\n')}`;
      let cut = grantCache.get(key);
      if (!cut) {
        const granted = rightsOfGrants(botPassword.grants);
        cut = new Set([...own].filter((right) => granted.has(right)));
        if (grantCache.size < 1000) grantCache.set(key, cut);
      }
      return cut;
    },
    async blocks(user, address) {
      const hex = address === null || isExempt(user) ? null : ipToHex(address);
      const found = await stores.blocks.inForce(user?.id ?? null, hex, clock.now());
      return user ? found.filter((block) => block.userId !== null || !block.anonymousOnly) : found;
    },
    async creationBlock(user, address) {
      const hex = isExempt(user) ? null : ipToHex(address);
      const found = await stores.blocks.inForce(user?.id ?? null, hex, clock.now());
      return found.find((block) => block.blocksAccountCreation) ?? null;
    },
  };
  return accounts;
}
