import { listOf, msg } from '../../base/message.ts';
import { parseExpiry } from '../../base/time.ts';
import { condition, type ParamType, paramError } from './type.ts';

/** Words that mean "for ever", for the help text. */
const NEVER: readonly string[] = ['"infinite"', '"indefinite"', '"infinity"', '"never"'];

/** When something ends: milliseconds, `Infinity` for never. A time that is over is an error. */
export const expiry: ParamType = {
  parse(text, param, context) {
    const time = parseExpiry(text, context.now);
    if (time === 'infinite') return Number.POSITIVE_INFINITY;
    if (time === null) throw paramError('badexpiry', 'badexpiry', param, text);
    if (time < context.now) throw paramError('badexpiry-past', 'badexpiry-past', param, text);
    const most = param.spec.type === 'expiry' ? param.spec.maxSeconds : undefined;
    if (most !== undefined && time > context.now + most * 1000) {
      context.note(condition('badexpiry-duration-max', 'badexpiry-duration-max', param, text, [{ duration: most }]));
      return context.now + most * 1000;
    }
    return time;
  },
  help: (param) => [msg('paramvalidator-help-type-expiry', param.spec.multi ? 2 : 1, listOf(NEVER, 'text'))],
};
