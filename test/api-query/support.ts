import { createAccounts } from '../../src/accounts/accounts.ts';
import { makeNameRules } from '../../src/accounts/names/index.ts';
import { createApi } from '../../src/api/main.ts';
import { modules } from '../../src/api/registry.ts';
import type { Services } from '../../src/auth/services.ts';
import { type ConfigInput, createConfig } from '../../src/config/index.ts';
import { createMessages } from '../../src/i18n/index.ts';
import type { Session } from '../../src/sessions/types.ts';
import { openStores } from '../../src/storage/open.ts';
import type { UserRecord } from '../../src/storage/ports/index.ts';
import { NOW, request } from '../api/support.ts';

export { NOW };

/** The only token that the sessions of these tests take. */
export const TOKEN = 'token+\\';

// biome-ignore lint/suspicious/noExplicitAny: answers have as many types as there are modules
type Answer = any;

/** A site with accounts, and callers who are signed in by saying so. */
export interface Site {
  readonly services: Services;
  /** Makes an account; times and groups have defaults. */
  account(name: string, groups?: readonly string[], more?: Partial<UserRecord>): Promise<UserRecord>;
  /** A GET as this account, or as a visitor. */
  get(as: string | null, query: Record<string, string>): Promise<Answer>;
  /** A POST with the right token. */
  post(as: string | null, body: Record<string, string>): Promise<Answer>;
  /** The text of a GET. */
  text(as: string | null, query: Record<string, string>): Promise<string>;
  /** Moves the clock, in milliseconds. */
  later(ms: number): void;
}

const session = (user: UserRecord | null): Session =>
  ({
    kind: user ? 'account' : 'none',
    id: user ? 'x'.repeat(32) : null,
    isNew: false,
    user,
    record: null,
    botPassword: null,
    start: () => 'x'.repeat(32),
    token: () => TOKEN,
    checkToken: (_type: string, token: string) => token === TOKEN,
    tokenTime: () => null,
    cookies: [],
  }) as unknown as Session;

/** Makes a site in memory with all modules of the registry. */
export async function openSite(config: ConfigInput = {}): Promise<Site> {
  const settings = createConfig(config);
  let now = NOW;
  const clock = { now: () => now };
  const { stores, volatile } = await openStores({ driver: 'memory' }, clock);
  const { permissions, addable, removable, selfAddable, selfRemovable } = settings.groups;
  const groups = { permissions, add: addable, remove: removable, addSelf: selfAddable, removeSelf: selfRemovable };
  const accounts = createAccounts(stores, clock, {
    names: makeNameRules(),
    refuseLookAlikes: false,
    groups: { ...groups, autoconfirmAge: 0 },
  });
  const silent = () => {};
  const services = {
    config: settings,
    clock,
    messages: createMessages(),
    stores,
    volatile,
    accounts,
    auth: { checkName: async () => null },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    publicUrl: () => 'http://wiki.example',
  } as unknown as Services;
  let caller: UserRecord | null = null;
  const api = createApi({
    services,
    modules,
    openSession: async () => session(caller),
    actorOf: (open, address) => ({
      user: open.user,
      name: open.user?.name ?? address,
      address,
      session: open,
      groups: accounts.effectiveGroups(open.user),
      rights: accounts.rights(open.user, null),
    }),
  });
  const send = async (as: string | null, query: Record<string, string>, body?: Record<string, string>) => {
    caller = as === null ? null : await accounts.byName(as);
    if (as !== null && caller === null) throw new Error(`no account ${as}`);
    return (await api.handle(request(query, body ? { body } : {}))).body;
  };
  const asked = { format: 'json', formatversion: '2' };
  return {
    services,
    async account(name, memberships = [], more = {}) {
      const made = await accounts.create(
        { name, registeredAt: now, groups: memberships.map((group) => ({ group, expiresAt: null })), ...more },
        null,
      );
      if ('conflict' in made) throw new Error(made.conflict);
      return made;
    },
    get: async (as, query) => JSON.parse(await send(as, { ...asked, ...query })),
    post: async (as, body) => JSON.parse(await send(as, {}, { ...asked, token: TOKEN, ...body })),
    text: (as, query) => send(as, query),
    later: (ms) => {
      now += ms;
    },
  };
}
