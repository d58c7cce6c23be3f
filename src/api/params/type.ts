import type { Services } from '../../auth/services.ts';
import { type Message, type MessageParam, msg, plain } from '../../base/message.ts';
import { ApiError } from '../../errors/api-error.ts';
import { type CodedMessage, coded } from '../../errors/coded-message.ts';
import { dialect } from '../../errors/dialect.ts';
import type { ParamSpec } from '../define.ts';
import type { ResultObject } from '../result.ts';

/** A parameter as the dispatcher uses it: everything that follows from its declaration, computed once. */
export interface CompiledParam {
  readonly name: string;
  /** Prefix and name. */
  readonly wire: string;
  readonly spec: ParamSpec;
  readonly type: ParamType;
  /** Allowed values in declared order, or null where there is no list. */
  readonly values: readonly string[] | null;
  readonly allowed: ReadonlySet<string> | null;
  readonly deprecatedValues: ReadonlySet<string> | null;
  /** Values allowed at once without and with `apihighlimits`; null for single values. */
  readonly limits: readonly [number, number] | null;
  /** The value that stands for all allowed ones. */
  readonly all: string | null;
}

/** What the reading of one value may ask for. */
export interface ParamContext {
  readonly services: Services;
  /** Milliseconds. */
  readonly now: number;
  /** Whether the caller has the right `apihighlimits`. */
  highLimits(): boolean;
  /** Adds a warning to the module that owns the parameter. */
  note(condition: CodedMessage): void;
}

/** What a type of parameters does. */
export interface ParamType {
  /** The value of one text (not a list). Throws {@link ApiError}. */
  parse(text: string, param: CompiledParam, context: ParamContext): unknown;
  /** What all parts of a list must be together, before each is read. Throws {@link ApiError}. */
  checkList?(texts: readonly string[]): void;
  /** The allowed values, for types that have a list. `submodules` gives the names of a group of modules. */
  values?(spec: ParamSpec, submodules: (group: string) => readonly string[]): readonly string[];
  /** Members of `paraminfo` beyond those that all types have; `type` is replaced by the list of values. */
  info?(param: CompiledParam): ResultObject;
  /** What the help page says about the type. */
  help?(param: CompiledParam): readonly Message[];
}

/** A message of ParamValidator: the parameter and its value come first. */
export const condition = (
  key: string,
  code: string,
  param: CompiledParam,
  text: string,
  params: readonly MessageParam[] = [],
  data?: Readonly<Record<string, unknown>>,
): CodedMessage => coded(msg(`paramvalidator-${key}`, plain(param.wire), plain(text), ...params), code, data);

/** The failure that ends a call because of one parameter. */
export const paramError = (...args: Parameters<typeof condition>): ApiError => new ApiError([condition(...args)]);

/** A required parameter is absent or empty. */
export function missingParam({ wire, spec }: CompiledParam, { services }: ParamContext): ApiError {
  const code = spec.missingCode ? dialect(services.config.api.compat, spec.missingCode) : 'missingparam';
  return new ApiError([coded(msg('paramvalidator-missingparam', plain(wire)), code)]);
}
