import { createAccounts } from '../../src/accounts/accounts.ts';
import { makeNameRules } from '../../src/accounts/names/index.ts';
import type { ModuleDefinition } from '../../src/api/define.ts';
import { type Api, type ApiAnswer, createApi } from '../../src/api/main.ts';
import { checktoken } from '../../src/api/modules/checktoken.ts';
import { help } from '../../src/api/modules/help.ts';
import { paraminfo } from '../../src/api/modules/paraminfo.ts';
import { tokens } from '../../src/api/query/tokens.ts';
import { query } from '../../src/api/query.ts';
import type { ApiRequest, ParamText } from '../../src/api/request.ts';
import type { LagSource } from '../../src/api/run.ts';
import type { Services } from '../../src/auth/services.ts';
import { type ConfigInput, createConfig } from '../../src/config/index.ts';
import { createMessages } from '../../src/i18n/index.ts';
import { createSessionManager } from '../../src/sessions/index.ts';
import { openStores } from '../../src/storage/open.ts';

/** The time of every test: 2026-01-02T03:04:05Z. */
export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

/** One line of the operator's log. */
export interface LogLine {
  readonly fields: object;
  readonly text: string;
}

/** How a test asks. */
export interface Ask {
  readonly method?: string;
  readonly body?: Record<string, string>;
  readonly headers?: Record<string, string>;
  /** Cookies as `name → value`. */
  readonly cookies?: ReadonlyMap<string, string>;
}

/** An API over memory. */
export interface TestApi {
  readonly api: Api;
  readonly services: Services;
  readonly log: LogLine[];
  /** The answer to these query parameters (`format=json`, `formatversion=2` unless given). */
  ask(query?: Record<string, string>, ask?: Ask): Promise<ApiAnswer>;
  /** The parsed body of {@link ask}. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have as many types as there are modules
  json(query?: Record<string, string>, ask?: Ask): Promise<any>;
}

const texts = (values: Record<string, string>): Map<string, ParamText> =>
  new Map(Object.entries(values).map(([name, value]) => [name, { value, changed: false }]));

/** A request as the transport hands it over. */
export const request = (query: Record<string, string>, ask: Ask = {}): ApiRequest => ({
  method: ask.method ?? (ask.body ? 'POST' : 'GET'),
  query: texts(query),
  body: texts(ask.body ?? {}),
  headers: { ...(ask.body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...ask.headers },
  cookies: ask.cookies ?? new Map(),
  address: '192.0.2.7',
  id: '0123456789abcdef01234567',
  origin: 'http://wiki.example',
});

/** The modules of the framework itself. */
export const FRAMEWORK: readonly ModuleDefinition[] = [query, help, paraminfo, checktoken, tokens];

/** Makes an API of the framework's modules and others over memory. */
export async function testApi(
  options: { config?: ConfigInput; modules?: readonly ModuleDefinition[]; lag?: LagSource } = {},
): Promise<TestApi> {
  const config = createConfig(options.config ?? {});
  const clock = { now: () => NOW };
  const { stores, volatile } = await openStores({ driver: 'memory' }, clock);
  const accounts = createAccounts(stores, clock, {
    names: makeNameRules(),
    refuseLookAlikes: false,
    groups: {
      permissions: config.groups.permissions,
      add: {},
      remove: {},
      addSelf: {},
      removeSelf: {},
      autoconfirmAge: 0,
    },
  });
  const log: LogLine[] = [];
  const write = (fields: object, text: string) => void log.push({ fields, text });
  const services = {
    config,
    clock,
    messages: createMessages(),
    stores,
    volatile,
    accounts,
    log: { debug: write, info: write, warn: write, error: write },
    publicUrl: () => 'http://wiki.example',
  } as unknown as Services;
  const sessions = createSessionManager({
    settings: {
      cookiePrefix: 'test',
      idleSeconds: 3600,
      absoluteSeconds: 86_400,
      rememberDays: 180,
      nameCookieDays: 30,
      endRememberedOnLogout: false,
    },
    secrets: ['0'.repeat(64)],
    clock,
    volatile,
    stores,
    userById: (id) => accounts.byId(id),
  });
  const api = createApi({
    services,
    modules: [...FRAMEWORK, ...(options.modules ?? [])],
    openSession: ({ cookies, address, headers }) =>
      sessions.open({ cookies, address, userAgent: headers['user-agent'] ?? '' }),
    actorOf: (session, address, anonymous) => {
      const user = anonymous ? null : session.user;
      const botPassword = anonymous ? null : session.botPassword;
      return {
        user,
        name: user?.name ?? address,
        address,
        session,
        groups: accounts.effectiveGroups(user),
        rights: accounts.rights(user, botPassword),
      };
    },
    ...(options.lag === undefined ? {} : { lag: options.lag }),
  });
  const ask: TestApi['ask'] = (values = {}, how = {}) =>
    api.handle(request({ format: 'json', formatversion: '2', ...values }, how));
  return { api, services, log, ask, json: async (values, how) => JSON.parse((await ask(values, how)).body) };
}

/** One header of an answer. */
export const header = (answer: ApiAnswer, name: string): string | undefined =>
  answer.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
