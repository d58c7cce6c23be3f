import { type AccountSettings, createAccounts } from './accounts/accounts.ts';
import { defaultReservedNames, makeNameRules } from './accounts/names/index.ts';
import { type Api, createApi } from './api/main.ts';
import { modules } from './api/registry.ts';
import type { ApiRequest } from './api/request.ts';
import type { Actor } from './auth/actor.ts';
import { createAuthManager } from './auth/manager.ts';
import type { Figure } from './auth/provider.ts';
import type { Logger, Services } from './auth/services.ts';
import { createThrottle } from './auth/throttle.ts';
import type { Clock } from './base/clock.ts';
import type { Config } from './config/index.ts';
import { withFeatureRights } from './feature-rights.ts';
import { createMessages } from './i18n/index.ts';
import type { LoadedProviders } from './load-providers.ts';
import { createMailer, type MailTransport } from './mail/index.ts';
import { createPasswords, passwordsOptions } from './passwords/passwords.ts';
import { createProviders } from './providers/registry.ts';
import { createSessionManager, type SessionManager } from './sessions/index.ts';
import type { Session } from './sessions/types.ts';
import type { OpenStorage } from './storage/open.ts';
import { createPages, type Pages } from './web/handler.ts';
import { pages } from './web/registry.ts';

/** What everything else is made from. */
export interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  readonly storage: OpenStorage;
  readonly secrets: readonly string[];
  readonly mailTransport: MailTransport;
  readonly log: Logger;
  /** The address of the site; asked for each time, because a free port is known only once the server listens. */
  readonly publicUrl: () => string;
  /** Providers that are no part of Latchkey. */
  readonly external: LoadedProviders;
}

/** Everything that answers requests, put together. */
export interface Composition {
  readonly services: Services;
  readonly sessions: SessionManager;
  readonly api: Api;
  readonly pages: Pages;
  /** What providers show to the operator. */
  readonly gauges: readonly Figure[];
  /** Resolves when work that runs behind answers is done. */
  settled(): Promise<void>;
}

/** How the accounts room reads the configuration. */
export const accountSettings = (config: Config): AccountSettings => ({
  names: makeNameRules({
    reservedNames: [...defaultReservedNames, ...config.accounts.reservedNames],
    maxCreatableBytes: config.accounts.maxNameBytes,
    invalidCharacters: config.accounts.invalidNameCharacters,
  }),
  refuseLookAlikes: config.accounts.lookAlikes === 'refuse',
  groups: {
    permissions: withFeatureRights(config),
    add: config.groups.addable,
    remove: config.groups.removable,
    addSelf: config.groups.selfAddable,
    removeSelf: config.groups.selfRemovable,
    autoconfirmAge: config.accounts.autoconfirmAgeSeconds,
  },
});

/** Puts the program together: the one place where every room is named. */
export function compose(parts: Parts): Composition {
  const { config, clock, log, publicUrl, secrets } = parts;
  const { stores, volatile } = parts.storage;
  const accounts = createAccounts(stores, clock, accountSettings(config));
  const running = new Set<Promise<unknown>>();
  const from = config.mail.from;
  const services: Services = {
    config,
    clock,
    stores,
    volatile,
    accounts,
    log,
    secrets,
    publicUrl,
    messages: createMessages({
      texts: parts.external.texts,
      siteName: config.site.name,
      linkUrl: (title) => config.http.articlePath.replace('$1', encodeTitle(title)),
    }),
    passwords: createPasswords(passwordsOptions(config.passwords)),
    mailer: createMailer({
      transport: parts.mailTransport,
      queue: stores.mailQueue,
      from: from ?? (() => `no-reply@${new URL(publicUrl()).hostname}`),
      clock,
      log,
      enabled: config.mail.enabled,
      retrySeconds: config.mail.retrySeconds,
    }),
    throttle: createThrottle(volatile, () => clock.now()),
    background(work) {
      const settled = work
        .catch((error) => log.error({ err: error }, 'work behind an answer failed'))
        .finally(() => running.delete(settled));
      running.add(settled);
    },
    get auth() {
      return auth;
    },
  };
  const providers = createProviders(config, parts.external.providers);
  const auth = createAuthManager(services, providers);
  const sessions = createSessionManager({
    settings: config.sessions,
    secrets,
    clock,
    volatile,
    stores,
    userById: (id) => accounts.byId(id),
  });
  const openSession = ({ cookies, address, headers }: Pick<ApiRequest, 'cookies' | 'address' | 'headers'>) =>
    sessions.open({ cookies, address, userAgent: headers['user-agent'] ?? '' });
  const api = createApi({
    services,
    modules,
    openSession,
    actorOf: (session, address, anonymous) => actorOf(services, session, address, anonymous),
  });
  return {
    services,
    sessions,
    api,
    pages: createPages({
      services,
      pages,
      openSession,
      actorOf: (session, address) => actorOf(services, session, address, false),
    }),
    gauges: providers.flatMap(({ figures = [] }) => figures),
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** The caller that a session stands for; nobody when the request must not act as the session's user. */
export function actorOf(services: Services, session: Session, address: string, anonymous: boolean): Actor {
  const user = anonymous ? null : session.user;
  const { accounts } = services;
  return {
    user,
    name: user?.name ?? address,
    address,
    session,
    groups: accounts.effectiveGroups(user),
    rights: accounts.rights(user, anonymous ? null : session.botPassword),
  };
}

const encodeTitle = (title: string): string =>
  encodeURIComponent(title.replaceAll(' ', '_')).replace(/%(?:3A|2F)/g, decodeURIComponent);
