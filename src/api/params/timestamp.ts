import { msg } from '../../base/message.ts';
import { parseTimestamp } from '../../base/time.ts';
import { condition, type ParamType, paramError } from './type.ts';

/** A time: milliseconds. `now`, and (with a warning) the empty text and `0`, are the time of the request. */
export const timestamp: ParamType = {
  parse(text, param, context) {
    if (text === '' || text === '0') {
      context.note(condition('unclearnowtimestamp', 'unclearnowtimestamp', param, text));
    }
    const time = parseTimestamp(text, context.now);
    if (time === null) throw paramError('badtimestamp', 'badtimestamp', param, text);
    return time;
  },
  help: (param) => [msg('paramvalidator-help-type-timestamp', param.spec.multi ? 2 : 1)],
};
