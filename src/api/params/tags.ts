import { msg } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { list } from '../result.ts';
import type { ParamType } from './type.ts';

/** Change tags. None exist here, so each is refused, with all that came beside it: `badtags`. */
export const tags: ParamType = {
  parse: (text) => text,
  checkList(texts) {
    if (texts.length === 0) return;
    const key = texts.length === 1 ? 'tags-apply-not-allowed-one' : 'tags-apply-not-allowed-multi';
    throw apiError(msg(key, texts.join(', '), texts.length), 'badtags', { disallowedtags: [...texts] });
  },
  info: () => ({ type: list('t', []) }),
};
