import { num } from '../../base/message.ts';
import { missingParam, type ParamType, paramError } from './type.ts';

/** `string`, `text`, `password`, `raw`: as it came. Empty counts as absent where the parameter is required. */
export const text: ParamType = {
  parse(value, param, context) {
    const { spec } = param;
    if (value === '' && spec.required) throw missingParam(param, context);
    if (spec.maxBytes !== undefined && value.length * 3 > spec.maxBytes) {
      const bytes = Buffer.byteLength(value);
      if (bytes > spec.maxBytes) {
        const data = { maxbytes: spec.maxBytes, maxchars: null };
        throw paramError('maxbytes', 'maxbytes', param, value, [num(spec.maxBytes), num(bytes)], data);
      }
    }
    return value;
  },
  info: ({ spec }) => (spec.maxBytes === undefined ? {} : { maxbytes: spec.maxBytes }),
};
