import { msg } from '../../base/message.ts';
import { type ParamType, paramError } from './type.ts';

/** What may not stand in the title of a page. */
const BAD = /[#<>[\]|{}\u0000-\u001f\u007f\ufffd]|~{3}|%[0-9a-f]{2}|(?:^|\/)\.{1,2}(?:\/|$)/i;

/** The title of a page, with spaces instead of underscores; null when it is none. */
export function normaliseTitle(text: string): string | null {
  const title = text.replace(/[\s_\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]+/g, ' ').trim();
  return title === '' || BAD.test(title) || title.startsWith(':') || Buffer.byteLength(title) > 255 ? null : title;
}

/** The title of a page. */
export const title: ParamType = {
  parse(text, param) {
    const value = normaliseTitle(text);
    if (value === null) throw paramError('badtitle', 'badtitle', param, text);
    // There are no pages here.
    if (param.spec.type === 'title' && param.spec.mustExist) {
      throw paramError('missingtitle', 'missingtitle', param, text);
    }
    return value;
  },
  info: ({ spec }) => (spec.type === 'title' && spec.mustExist ? { mustExist: true } : {}),
  help: () => [msg('paramvalidator-help-type-title')],
};
