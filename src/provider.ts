/**
 * `latchkey/provider`: everything that a provider outside of Latchkey is written with. What is not here is not promised
 * to stay.
 */
import type { AbilityName } from './auth/abilities.ts';
import type { Provider } from './auth/provider.ts';

/** For options; any other library that follows Standard Schema does as well. */
export { z } from 'zod';
export type { Actor } from './auth/actor.ts';
export type { Field, Fields, FieldType } from './auth/fields.ts';
export { abstain, fail, type Outcome, type PreservedPrimary, pass, redirect, restart, ui } from './auth/outcome.ts';
export type {
  AccountDraft,
  Creator,
  Figure,
  FlowContext,
  FlowName,
  FormAction,
  FormOptions,
  Provider,
} from './auth/provider.ts';
export {
  type AuthRequest,
  type FilledRequest,
  literal,
  type RequestRequired,
  textOf,
  usernameOf,
  type Values,
} from './auth/request.ts';
export type { Logger, Services } from './auth/services.ts';
export type { Exceeded, Limit, Throttle } from './auth/throttle.ts';
export { duration, listOf, type Message, type MessageParam, msg, num, plain } from './base/message.ts';
export { type CodedMessage, coded } from './errors/coded-message.ts';
export type { UserRecord, VolatileStore } from './storage/ports/index.ts';

/** What checks options: any library that follows Standard Schema (zod, valibot, arktype), or a function of one's own. */
export interface OptionsSchema<Output> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** Checked options, or what is wrong with them. */
export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };

/** What a provider can do; its name and kind stand in its definition. */
export type Abilities = Pick<Provider, AbilityName>;

/** A provider outside of Latchkey. */
export interface ProviderDefinition<Options = unknown> {
  /** Unique; small letters, digits and hyphens. Kept in flows that wait. */
  readonly id: string;
  readonly kind: Provider['kind'];
  /** What `options` beside the module may hold; without it there are none. */
  readonly options?: OptionsSchema<Options>;
  /** Texts by language and key: English for every key, other languages for as many as there are. */
  readonly messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Called once, at the start of the server. What it throws stops the start. */
  readonly create: (options: Options) => Abilities | Promise<Abilities>;
}

/** Marks what came out of {@link defineProvider}, whichever copy of the package made it. */
const MARK = Symbol.for('latchkey.provider');

/** The generation of the contract. */
const GENERATION = 1;

/** Defines a provider: the default export of a module that `providers.modules` names. */
export const defineProvider = <Options = undefined>(
  definition: ProviderDefinition<Options>,
): ProviderDefinition<Options> => Object.freeze({ ...definition, [MARK]: GENERATION });

/** Whether a value came out of {@link defineProvider}, of this generation of the contract. */
export const isDefinition = (value: unknown): value is ProviderDefinition =>
  typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[MARK] === GENERATION;
