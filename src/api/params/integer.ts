import { type MessageParam, msg, num } from '../../base/message.ts';
import { ApiError } from '../../errors/api-error.ts';
import { type CompiledParam, condition, type ParamContext, type ParamType, paramError } from './type.ts';

interface Range {
  readonly min: number | null;
  readonly max: number | null;
  readonly highMax: number | null;
}

const rangeOf = ({ spec }: CompiledParam): Range => {
  if (spec.type !== 'integer' && spec.type !== 'limit') return { min: null, max: null, highMax: null };
  return {
    min: spec.min ?? (spec.type === 'limit' ? 0 : null),
    max: spec.max ?? null,
    highMax: spec.max === undefined ? null : (spec.highMax ?? null),
  };
};

const MAX_INT64 = 9_223_372_036_854_775_807n;

/** Digits with an optional sign that fit into 64 bits, as ParamValidator's IntegerDef. */
function wholeNumber(text: string, param: CompiledParam): number {
  if (!/^[+-]?\d+$/.test(text)) throw paramError('badinteger', 'badinteger', param, text);
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    const exact = BigInt(text.replace(/^\+/, ''));
    if (exact > MAX_INT64 || exact < -MAX_INT64 - 1n) throw paramError('badinteger', 'badinteger', param, text);
  }
  return value;
}

function inRange(value: number, text: string, param: CompiledParam, context: ParamContext): number {
  const { min, max, highMax } = rangeOf(param);
  const tooLow = min !== null && value < min;
  if (!tooLow && (max === null || value <= max)) return value;
  const top = max !== null && highMax !== null && highMax > max && context.highLimits() ? highMax : max;
  if (!tooLow && top !== null && value <= top) return value;

  const which = `${min === null ? '' : 'min'}${max === null ? '' : 'max'}`;
  const bounds: MessageParam[] = [num(min ?? 0), num(top ?? 0)];
  const data = { min, curmax: top, max, highmax: highMax };
  const complaint = condition(`outofrange-${which}`, 'outofrange', param, text, bounds, data);
  if (param.spec.type === 'integer' && param.spec.enforceRange) throw new ApiError([complaint]);
  context.note(complaint);
  return tooLow ? (min as number) : (top as number);
}

const info = (param: CompiledParam) => {
  const { min, max, highMax } = rangeOf(param);
  return {
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(max !== null && highMax !== null && highMax > max ? { highmax: highMax } : {}),
  };
};

const rangeHelp = (param: CompiledParam) => {
  const { min, max } = rangeOf(param);
  if (min === null && max === null) return [];
  const which = `${min === null ? '' : 'min'}${max === null ? '' : 'max'}`;
  const bound = (value: number | null, none: string): MessageParam => (value === null ? none : num(value));
  return [msg(`paramvalidator-help-type-number-${which}`, param.spec.multi ? 2 : 1, bound(min, '−∞'), bound(max, '∞'))];
};

/** A whole number. Out of range is a warning and the nearest bound, or an error where the declaration says so. */
export const integer: ParamType = {
  parse: (text, param, context) => inRange(wholeNumber(text, param), text, param, context),
  info,
  help: (param) => [msg('paramvalidator-help-type-integer', param.spec.multi ? 2 : 1), ...rangeHelp(param)],
};

/** How many results are wanted; `max` is as many as the caller may have. */
export const limit: ParamType = {
  parse(text, param, context) {
    if (text !== 'max') return inRange(wholeNumber(text, param), text, param, context);
    const { max, highMax } = rangeOf(param);
    return highMax !== null && context.highLimits() ? highMax : (max ?? Number.MAX_SAFE_INTEGER);
  },
  info,
  help: (param) => [msg('paramvalidator-help-type-limit', 1), ...rangeHelp(param)],
};
