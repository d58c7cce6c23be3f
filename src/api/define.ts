import type { Actor } from '../auth/actor.ts';
import type { Services } from '../auth/services.ts';
import type { Message } from '../base/message.ts';
import type { CodedMessage } from '../errors/coded-message.ts';
import type { CodeRow } from '../errors/dialect.ts';
import type { TokenType } from '../sessions/types.ts';
import type { ApiRequest } from './request.ts';
import type { ResultObject } from './result.ts';

/** Which accounts a `user` parameter may name (MediaWiki's UserDef): `id` is the form `#12`. */
export type UserSubtype = 'name' | 'ip' | 'temp' | 'cidr' | 'interwiki' | 'id';

interface ParamBase {
  readonly required?: boolean;
  /** Where the code for a missing required parameter depends on the dialect; `missingparam` elsewhere. */
  readonly missingCode?: CodeRow;
  readonly multi?: boolean;
  /** Limits of a multi-value parameter, for callers without and with `apihighlimits`. Default 50/500. */
  readonly multiLimits?: readonly [number, number];
  /** A value that means all of an enumerated multi parameter; true = `*`. */
  readonly all?: boolean | string;
  readonly allowDuplicates?: boolean;
  readonly deprecated?: boolean;
  readonly deprecatedValues?: readonly string[];
  /** Never logged, never shown; in the query string it is refused. */
  readonly sensitive?: boolean;
  /** Given as the token of this type in the description. */
  readonly tokenType?: TokenType;
  /** Other message keys or parameters for the help text than the computed ones. */
  readonly help?: Message;
  readonly maxBytes?: number;
}

/** The declaration of one parameter, in MediaWiki's types. */
export type ParamSpec = ParamBase &
  (
    | { readonly type: 'string' | 'text' | 'password' | 'raw'; readonly default?: string }
    | { readonly type: 'boolean'; readonly default?: false }
    | {
        readonly type: 'integer';
        readonly default?: number;
        readonly min?: number;
        readonly max?: number;
        /** Upper bound for callers with `apihighlimits`. */
        readonly highMax?: number;
        /** Out of range is an error instead of a warning. */
        readonly enforceRange?: boolean;
      }
    | {
        readonly type: 'limit';
        readonly default: number;
        readonly max: number;
        readonly highMax: number;
        readonly min?: number;
      }
    | { readonly type: 'enum'; readonly values: readonly string[]; readonly default?: string }
    | {
        readonly type: 'submodule';
        readonly group: string;
        readonly default?: string;
        readonly submoduleParamPrefix?: string;
      }
    | {
        readonly type: 'user';
        readonly subtypes: readonly UserSubtype[];
        readonly default?: string;
        /** Texts that are handed on as they are. */
        readonly asIs?: (text: string) => boolean;
      }
    | { readonly type: 'timestamp'; readonly default?: string }
    | { readonly type: 'expiry'; readonly default?: string; readonly maxSeconds?: number }
    | { readonly type: 'namespace'; readonly default?: string; readonly extra?: readonly number[] }
    | { readonly type: 'title'; readonly default?: string; readonly mustExist?: boolean }
    | { readonly type: 'tags' }
    | { readonly type: 'upload' }
  );

export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

/** A user as a `user` parameter names it. `id` 0 = no such account (a valid name or an address). */
export interface UserValue {
  /** Canonical name or address. */
  readonly name: string;
  readonly id: number;
}

type One<S extends ParamSpec> = S extends { type: 'boolean' }
  ? boolean
  : S extends { type: 'integer' }
    ? number
    : S extends { type: 'limit' }
      ? number
      : S extends { type: 'timestamp' }
        ? number
        : S extends { type: 'expiry' }
          ? /** Milliseconds, `Infinity` = never. */ number
          : S extends { type: 'enum'; values: readonly (infer V extends string)[] }
            ? V
            : string;

/** The type of a parameter's value after checking: null when it was not given and has no default. */
export type ParamValue<S extends ParamSpec> = S extends { multi: true }
  ? S extends { default: string } | { required: true }
    ? readonly One<S>[]
    : readonly One<S>[] | null
  : S extends { type: 'boolean' }
    ? boolean
    : S extends { default: string | number } | { required: true }
      ? One<S>
      : One<S> | null;

export type ParamValues<P extends ParamSpecs> = { readonly [K in keyof P]: ParamValue<P[K]> };

/** One running API call, as its handler sees it. */
export interface Call<P extends ParamSpecs = ParamSpecs> {
  /** Checked values by unprefixed name. */
  readonly params: ParamValues<P>;
  /** Names (unprefixed) that the client really sent. */
  readonly given: ReadonlySet<string>;
  readonly request: ApiRequest;
  readonly actor: Actor;
  readonly services: Services;
  /** Milliseconds: one time for the whole request. */
  readonly now: number;
  /** Language of texts that are not errors (`uselang`). */
  readonly language: string;
  readonly module: ModuleDefinition;
  /** Full path, e.g. `query+tokens`. */
  readonly path: string;
  /** The top level of the answer. */
  readonly result: ResultObject;
  /** The wire name of a parameter: prefix + name. */
  paramName(name: string): string;
  /** Adds a warning of this module. */
  warn(message: Message | CodedMessage): void;
  /** Notes the use of a deprecated feature (`deprecation` warning). */
  deprecated(message: Message, feature: string): void;
  /** Turns texts into the form that `errorformat` asks for: see `messages.ts`. */
  readonly format: MessageFormat;
  /**
   * The request may come from a page of another site (JSONP, `origin=*`, `Treat-as-Untrusted`): the actor is nobody,
   * tokens are not given out and nobody is signed in. The session is still the caller's own.
   */
  readonly lacksSameOrigin: boolean;
  /** Query submodules: there is more; the value (a list is joined with `|`) that this parameter must have to go on. */
  continueWith(name: keyof P & string, value: string | number | readonly (string | number)[]): void;
  /** Ends the call with `mustpostparams` when any of these wire names stands in the query string. */
  requirePosted(wireNames: readonly string[]): void;
  /** Ends the call with `permissiondenied` unless the actor has one of the rights. */
  requireRight(...anyOf: string[]): void;
  /** MediaWiki's requireOnlyOne/requireAtLeastOne/requireMaxOne over parameters that were given. */
  requireOne(mode: 'only' | 'atLeast' | 'max', ...names: (keyof P & string)[]): void;
  /** Answers with an HTML page of its own instead of the format; `filename` is what the browser suggests. */
  page(html: string, filename: string): void;
  /** A parameter that no declaration has (a form field): its raw text, marked as used; null when absent or an array. */
  dynamic(wireName: string): string | null;
}

/** How errors and status messages inside an answer are written (MediaWiki 1.39). */
export interface MessageFormat {
  /** `bc`, `plaintext`, `wikitext`, `html`, `raw`, `none`. */
  readonly name: 'bc' | 'plaintext' | 'wikitext' | 'html' | 'raw' | 'none';
  /** One message as an object of an `errors` list: code, text member, data. */
  one(message: CodedMessage): ResultObject;
  /** A status list like `validitymessages`, in bc `{message, params, code, type}`. */
  list(messages: readonly CodedMessage[], type: 'error' | 'warning'): ResultObject[];
  /** `login.reason`: a plain text in bc, else an object. */
  reason(message: CodedMessage): string | ResultObject;
}

/**
 * Who may keep an answer: `public` = shared caches, `anonymous` = shared caches as long as the caller has no session,
 * `private` = the caller alone.
 */
export type CacheMode = 'private' | 'anonymous' | 'public';

/** Groups of modules: entry modules, and the submodules of `query`. */
export type ModuleGroup = 'action' | 'meta' | 'list' | 'prop' | 'format' | 'main';

/** A module that answers some requests instead of the one that `paraminfo` and `help` describe. */
export interface Alternative {
  /** Whether a request with these parameters (wire names) is meant for it. */
  readonly when: (sent: readonly string[], services: Services) => boolean;
  /** Has the name and group of the module that it stands in for. */
  readonly module: ModuleDefinition;
}

/** A module of the Action API. One literal; everything that describes the module is computed from it. */
export interface ModuleDefinition<P extends ParamSpecs = ParamSpecs> {
  readonly name: string;
  readonly group: ModuleGroup;
  /** Prefix of its parameters, e.g. `lg`. */
  readonly prefix: string;
  /** MediaWiki's class name, which `paraminfo` shows. */
  readonly className: string;
  /** Parameters in their order; a function where the configuration decides which exist. */
  readonly params: P | ((services: Services) => P);
  readonly mustBePosted?: boolean;
  /** Needs `writeapi`; refused in read-only mode and under `Promise-Non-Write-API-Action`. */
  readonly writes?: boolean;
  /** Says itself that the site is read-only, instead of ending in the error. */
  readonly answersReadOnly?: boolean;
  /** false: works for visitors of a private wiki too. Default true. */
  readonly needsReadRight?: boolean;
  /** Token type that the module's `token` parameter must match; the parameter is declared by this. */
  readonly token?: TokenType;
  /** Where the code for a missing token depends on the dialect. */
  readonly tokenMissingCode?: CodeRow;
  /** Another generation of the module under the same name, for the requests that look like it. */
  readonly alternative?: Alternative;
  /** Errors in the old form (`bc`) are in the language of `uselang` instead of in English. */
  readonly errorsFollowLanguage?: boolean;
  readonly deprecated?: boolean | ((services: Services) => boolean);
  readonly internal?: boolean;
  /** Takes parameters that no declaration has (form fields): the message that says so in the help. */
  readonly dynamic?: Message;
  /** Who may keep what it answers, for submodules of `query`. Default `private`. */
  cache?(call: Call<P>): CacheMode;
  /** Whether there is such a module at all; without it always. MediaWiki's extensions bring some. */
  readonly exists?: (services: Services) => boolean;
  /** Switched off by the configuration beyond `api.disabledModules` (e.g. no reset route). */
  readonly disabled?: (services: Services) => boolean;
  /** Key of the message that says why, one of those of `moduledisabled`. Default: that the module is switched off. */
  readonly disabledKey?: string;
  readonly examples: readonly { readonly query: string; readonly message: string }[];
  readonly helpUrls: readonly string[];
  /** Message keys of errors that it may answer, for the reference. */
  readonly errors?: readonly string[];
  /** What is looked at before a wrong token is refused: throws where something else is wrong too. */
  beforeBadToken?(call: Call<P>): Promise<void> | void;
  handle(call: Call<P>): Promise<void> | void;
}

/** Declares a module; gives the handler's parameters their types. */
export const defineModule = <const P extends ParamSpecs>(definition: ModuleDefinition<P>): ModuleDefinition<P> =>
  definition;
