import type { Actor } from '../auth/actor.ts';
import type { Services } from '../auth/services.ts';
import { type Message, msg } from '../base/message.ts';
import { ApiError } from '../errors/api-error.ts';
import { type CodedMessage, coded } from '../errors/coded-message.ts';
import { fail } from '../errors/table.ts';
import type { Session } from '../sessions/types.ts';
import type { CacheMode, MessageFormat } from './define.ts';
import type { MainParams } from './main-module.ts';
import type { CompiledModule, ModuleSet } from './module.ts';
import { type ParamSource, readParam } from './params/read.ts';
import type { CompiledParam } from './params/type.ts';
import { Report } from './report.ts';
import type { ApiRequest, ParamText } from './request.ts';
import { child, type ResultObject } from './result.ts';

/** On whose behalf a request runs. `anonymous`: treat the caller as nobody, but keep the session. */
export type ActorFactory = (session: Session, address: string, anonymous: boolean) => Promise<Actor> | Actor;

/** How behind the stores are, for `maxlag`. Seconds; -1 = they cannot lag. */
export type LagSource = () => { readonly host: string; readonly lag: number };

/** What stays the same for every request. */
export interface ApiSettings {
  readonly services: Services;
  readonly modules: ModuleSet;
  readonly openSession: (request: ApiRequest) => Promise<Session>;
  readonly actorOf: ActorFactory;
  readonly lag: LagSource;
  /** Name of this machine, shown where the configuration allows it. */
  readonly hostname: string;
}

/** One request on its way through the steps. */
export class Run {
  readonly settings: ApiSettings;
  readonly request: ApiRequest;
  readonly services: Services;
  readonly now: number;
  /** Wire names that somebody has read. */
  readonly used = new Set<string>();
  readonly report = new Report();
  readonly headers: [string, string][] = [];
  readonly lacksSameOrigin: boolean;
  /** Null until the main parameters were read. Members whose value was refused have their default. */
  main: MainParams;
  format: MessageFormat;
  language: string;
  errorLanguage: string;
  module: CompiledModule | null = null;
  params: Readonly<Record<string, unknown>> = {};
  given: ReadonlySet<string> = new Set();
  /** The module that errors belong to at this moment. */
  path = 'main';
  result: ResultObject = {};
  /** Members that stand before the others: continuation, `batchcomplete`. */
  readonly top: ResultObject = {};
  cache: CacheMode = 'private';
  /** An answer that is not written by the format: a page. */
  page: { readonly html: string; readonly filename: string } | null = null;
  variesByOrigin = false;
  /** Why the main parameters are refused, if they are. */
  refusal: unknown = null;
  /** The module exists, and its parameters and its token are good. */
  accepted = false;
  #session: Session | null = null;
  #actor: Actor | null = null;

  constructor(settings: ApiSettings, request: ApiRequest, start: { main: MainParams; format: MessageFormat }) {
    this.settings = settings;
    this.services = settings.services;
    this.request = request;
    this.now = settings.services.clock.now();
    this.main = start.main;
    this.format = start.format;
    this.language = settings.services.config.site.language;
    this.errorLanguage = 'en';
    this.lacksSameOrigin =
      this.peek('callback') !== undefined ||
      this.peek('origin') === '*' ||
      request.headers['treat-as-untrusted'] !== undefined;
  }

  /** The text of a parameter without marking it as used. */
  peek(wire: string): string | undefined {
    return (this.request.body.get(wire) ?? this.request.query.get(wire))?.value ?? undefined;
  }

  /** A parameter as it came; marks it as used. An array is absent, of which `warns` tells the client. */
  text(wire: string, warns = true): ParamText | undefined {
    const found = this.request.body.get(wire) ?? this.request.query.get(wire);
    // Only names that were sent can be unknown ones.
    if (found === undefined) return undefined;
    this.used.add(wire);
    if (found.value !== null) return found;
    if (warns) this.report.warn('main', coded(msg('apiwarn-unsupportedarray', wire)));
    return undefined;
  }

  /** Finds out who calls. */
  async identify(): Promise<void> {
    const { openSession, actorOf } = this.settings;
    this.#session = await openSession(this.request);
    const actor = actorOf(this.#session, this.request.address, this.lacksSameOrigin);
    this.#actor = actor instanceof Promise ? await actor : actor;
  }

  get session(): Session | null {
    return this.#session;
  }

  /** Who calls. Only after {@link identify}. */
  get actor(): Actor {
    if (this.#actor === null) throw new Error('the caller is not known yet');
    return this.#actor;
  }

  /** Whether the caller has a right; false before the caller is known. */
  may(right: string): boolean {
    return this.#actor?.rights.has(right) ?? false;
  }

  /** Where the parameters of a module come from. */
  source(module: CompiledModule): ParamSource {
    return {
      services: this.services,
      now: this.now,
      highLimits: () => this.may('apihighlimits'),
      note: (condition) => this.report.warn(module.path, condition),
      text: (wire, warns) => this.text(wire, warns),
      deprecated: (param, text, value) => this.#deprecatedParam(module, param, text, value),
    };
  }

  #deprecatedParam(module: CompiledModule, param: CompiledParam, text: string, value: string | null): void {
    const key = value === null ? 'param-deprecated' : 'deprecated-value';
    const message = msg(`paramvalidator-${key}`, { plaintext: param.wire }, { plaintext: value ?? text });
    const feature = value === null ? param.wire : `${param.wire}=${value}`;
    this.report.deprecated(module.path, message, featureOf(module, feature));
  }

  /** All values of a module by unprefixed name, and which of them were sent. Throws {@link ApiError}. */
  async read(module: CompiledModule): Promise<{ params: Record<string, unknown>; given: Set<string> }> {
    const source = this.source(module);
    const params: Record<string, unknown> = {};
    const given = new Set<string>();
    for (const param of module.params) {
      const value = readParam(param, source);
      params[param.name] = value instanceof Promise ? await value : value;
      const text = this.peek(param.wire);
      if (text !== undefined) given.add(param.name);
      // The client learns how many results "as many as I may have" means.
      if (text === 'max' && param.spec.type === 'limit') {
        child(this.result, 'limits')[module.definition.name] = value as number;
      }
    }
    return { params, given };
  }

  /** Ends the request when any of these stands in the query string. */
  requirePosted(wireNames: readonly string[]): void {
    const { query } = this.request;
    if (query.size === 0) return;
    const found = wireNames.filter((name) => query.has(name));
    if (found.length > 0) throw fail('mustpostparams', [found.join(', '), found.length]);
  }

  /** Adds a warning of a module. */
  warn(path: string, message: Message | CodedMessage): void {
    this.report.warn(path, 'message' in message ? message : coded(message));
  }
}

/** The name of a deprecated feature: the way to the module, and then what was used. */
export const featureOf = ({ path, definition }: CompiledModule, used: string): string => {
  if (definition.group === 'main') return used;
  const own = `${definition.group}=${definition.name}&${used}`;
  return path.startsWith('query+') ? `action=query&${own}` : own;
};

/** What a failed request answers with: known errors as they are, others as an internal error. */
export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError;
