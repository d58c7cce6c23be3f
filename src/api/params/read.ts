import { listOf, msg, num, plain } from '../../base/message.ts';
import { ApiError } from '../../errors/api-error.ts';
import { coded } from '../../errors/coded-message.ts';
import type { ParamText } from '../request.ts';
import { type CompiledParam, condition, missingParam, type ParamContext, paramError } from './type.ts';

/** What reading needs beside the context of a value: the parameters of the request. */
export interface ParamSource extends ParamContext {
  /** The parameter as it came, marked as used. Arrays (of which `warns`, default true, tells) and absent ones are undefined. */
  text(wire: string, warns?: boolean): ParamText | undefined;
  /** Notes that something deprecated was used. */
  deprecated(param: CompiledParam, text: string, value: string | null): void;
}

/** Parts of a list: `a|b`, or split at U+001F where the text begins with one. The empty text has none. */
export function splitValues(text: string): string[] {
  if (text === '' || text === '\u001f') return [];
  return text.startsWith('\u001f') ? text.slice(1).split('\u001f') : text.split('|');
}

const tooMany = (param: CompiledParam, limit: number, [low, high]: readonly [number, number]): ApiError =>
  new ApiError([
    coded(msg('paramvalidator-toomanyvalues', plain(param.wire), num(limit)), 'toomanyvalues', {
      limit,
      lowlimit: low,
      highlimit: high,
    }),
  ]);

function parseOne(text: string, param: CompiledParam, source: ParamSource): unknown {
  const value = param.type.parse(text, param, source);
  if (param.deprecatedValues?.has(text)) source.deprecated(param, text, text);
  return value;
}

function parseList(text: string, param: CompiledParam, source: ParamSource): unknown {
  const limits = param.limits as readonly [number, number];
  const parts = splitValues(text);
  if (param.all !== null && param.values !== null && parts.length === 1 && parts[0] === param.all) return param.values;
  if (parts.length > limits[0]) {
    const limit = limits[1] > limits[0] && source.highLimits() ? limits[1] : limits[0];
    if (parts.length > limit) throw tooMany(param, limit, limits);
  }

  param.type.checkList?.(parts);
  const values: unknown[] = [];
  const unknown: string[] = [];
  let waiting = false;
  for (const part of parts) {
    if (param.allowed !== null && !param.allowed.has(part)) unknown.push(part);
    else {
      const value = parseOne(part, param, source);
      waiting ||= value instanceof Promise;
      values.push(value);
    }
  }
  if (unknown.length > 0) {
    const list = listOf(unknown.map(plain));
    source.note(
      condition('unrecognizedvalues', 'unrecognizedvalues', param, text, [list, num(unknown.length)], {
        values: unknown,
      }),
    );
  }
  const distinct = (all: unknown[]) => (param.spec.allowDuplicates ? all : [...new Set(all)]);
  return waiting ? Promise.all(values).then(distinct) : distinct(values);
}

function defaultOf(param: CompiledParam, source: ParamSource): unknown {
  const { spec } = param;
  if (spec.type === 'boolean') return false;
  const text = 'default' in spec ? spec.default : undefined;
  if (text === undefined) {
    if (spec.required) throw missingParam(param, source);
    return null;
  }
  if (typeof text === 'number') return text;
  return spec.multi ? parseList(text, param, source) : param.type.parse(text, param, source);
}

/**
 * The checked value of one parameter, or a promise of it where an account must be looked up.
 * Throws {@link ApiError} with ParamValidator's codes.
 */
export function readParam(param: CompiledParam, source: ParamSource): unknown {
  const given = source.text(param.wire, param.spec.type !== 'boolean');
  if (given === undefined || given.value === null) return defaultOf(param, source);
  const { value } = given;
  if (given.changed && param.spec.type !== 'boolean') source.note(coded(msg('apiwarn-badutf8', param.wire), 'badutf8'));
  if (param.spec.deprecated) source.deprecated(param, value, null);
  if (param.limits !== null) return parseList(value, param, source);
  if (value.startsWith('\u001f') && param.spec.type !== 'boolean')
    throw paramError('notmulti', 'badvalue', param, value);
  return parseOne(value, param, source);
}
