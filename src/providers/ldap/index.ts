import { isValidEmail } from '../../accounts/names/index.ts';
import { abstain, fail, type Outcome, pass } from '../../auth/outcome.ts';
import type { AccountDraft, FlowContext, Provider } from '../../auth/provider.ts';
import { type FilledRequest, textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import type { Config } from '../../config/index.ts';
import { createDirectory, type Directory, type Person } from './directory.ts';
import { DOMAIN_REQUEST, domainRequest } from './request.ts';
import { syncGroups } from './sync-groups.ts';

const ID = 'ldap';
const NOTE = 'ldap';

/** What a sign-in found out, for the steps after it. Holds no secret. */
interface Found {
  readonly domain: string;
  readonly username: string;
  readonly person: Person;
}

const keyOf = (domain: string): string => `${ID}:${domain}`;

/** Signs in by the password of a directory, chosen as the domain; makes the account at the first sign-in. */
export function ldap(config: Config['ldap']): Provider {
  const directories = new Map<string, Directory>(
    config.domains.map((entry) => [entry.domain, createDirectory(entry, config.timeoutMs)]),
  );

  /** Asks the chosen directory: abstains when none was chosen. */
  async function ask(context: FlowContext, filled: readonly FilledRequest[]): Promise<Found | Outcome> {
    const domain = textOf(filled, DOMAIN_REQUEST, 'domain');
    const given = textOf(filled, DOMAIN_REQUEST, 'username');
    const password = textOf(filled, DOMAIN_REQUEST, 'password');
    const directory = domain === null ? undefined : directories.get(domain);
    if (!directory || domain === null || given === null || password === null) return abstain();
    const { accounts, log } = context.services;
    const username = accounts.canonical(given, 'usable');
    if (username === null) return fail(msg('wrongpassword'));
    try {
      const person = await directory.verify(given, password);
      return person ? { domain, username, person } : fail(msg('wrongpassword'));
    } catch (error) {
      log.warn({ err: error, domain }, 'a directory does not answer');
      return fail(msg('externaldberror'));
    }
  }

  return {
    id: ID,
    kind: 'primary',

    forms: (action) =>
      action === 'login' || action === 'create' ? [domainRequest(action, [...directories.keys()])] : [],

    async signIn(context, filled) {
      const found = await ask(context, filled);
      if ('status' in found) return found;
      const { stores, accounts } = context.services;
      context.notes[NOTE] = found;
      const link = await stores.links.find(keyOf(found.domain), found.person.subject);
      const linked = link && (await accounts.byId(link.userId));
      if (linked) return pass(linked.name);
      // An account that was made otherwise belongs to whoever has its password, not to a namesake in the directory.
      if (await accounts.byName(found.username)) return fail(msg('ldap-name-taken'));
      return pass(found.username);
    },

    async autoCreate(context, name) {
      const found = context.notes[NOTE] as Found | undefined;
      if (found?.username !== name || context.services.accounts.canonical(name, 'creatable') === null) return null;
      const draft: AccountDraft = {
        name,
        email: '',
        realName: '',
        credentials: {},
        options: {},
        logAction: 'autocreate',
        reason: '',
      };
      fillDraft(context, draft, found);
      return draft;
    },

    async create(context, draft, _creator, filled) {
      const found = await ask(context, filled);
      if ('status' in found) return found;
      context.notes[NOTE] = found;
      fillDraft(context, draft, found);
      return pass(draft.name);
    },

    async created(context, user) {
      const found = context.notes[NOTE] as Found | undefined;
      if (found) await syncGroups(context, user, directories.get(found.domain), found.person);
    },

    async ended(context, outcome, user) {
      const found = context.notes[NOTE] as Found | undefined;
      if (context.flow !== 'login' || outcome.status !== 'PASS' || !user || !found) return;
      await syncGroups(context, user, directories.get(found.domain), found.person);
    },
  };
}

/** Puts what the directory knows into the account that is being made. */
function fillDraft({ now, services }: FlowContext, draft: AccountDraft, { domain, person }: Found): void {
  if (draft.email === '' && isValidEmail(person.email)) draft.email = person.email;
  if (!services.config.accounts.hideRealName) draft.realName ||= person.name;
  draft.credentials = {
    links: [{ provider: keyOf(domain), subject: person.subject, label: draft.name, createdAt: now }],
    emailConfirmedAt: draft.email !== '' && draft.email === person.email ? now : null,
  };
}
