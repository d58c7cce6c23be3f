import { isIp, isRange, sanitiseIp } from '../../base/ip.ts';
import { listOf, msg, num } from '../../base/message.ts';
import type { UserSubtype } from '../define.ts';
import { type ParamContext, type ParamType, paramError } from './type.ts';

/** Name that an id without an account stands for. */
const NOBODY = 'Unknown user';

function classify(text: string, context: ParamContext): [UserSubtype, string] | null {
  if (text.includes('>')) return text.includes('#') ? null : ['interwiki', text];
  const name = context.services.accounts.canonical(text, 'valid');
  if (name !== null) return ['name', name];
  if (text.includes('#')) return null;
  const address = text
    .replaceAll('_', ' ')
    .trim()
    .replace(/^user:/i, '')
    .trim();
  if (isIp(address)) return ['ip', sanitiseIp(address)];
  if (/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}xxx$/.test(address)) return ['ip', address];
  if (isRange(address)) return ['cidr', sanitiseIp(address)];
  return null;
}

/** An account or address, in canonical form. `#12` names an account by its id. */
export const user: ParamType = {
  parse(text, param, context) {
    const { spec } = param;
    const subtypes = spec.type === 'user' ? spec.subtypes : [];
    if (spec.type === 'user' && spec.asIs?.(text)) return text;
    const id = /^#(\d+)$/.exec(text)?.[1];
    if (id !== undefined && subtypes.includes('id')) {
      const wanted = Number(id);
      if (wanted === 0 || !Number.isSafeInteger(wanted)) return NOBODY;
      return context.services.accounts.byId(wanted).then((record) => record?.name ?? NOBODY);
    }
    const found = id === undefined ? classify(text, context) : null;
    if (found === null || !subtypes.includes(found[0])) throw paramError('baduser', 'baduser', param, text);
    return found[1];
  },
  info: ({ spec }) => (spec.type === 'user' ? { subtypes: [...spec.subtypes] } : {}),
  help: ({ spec }) => {
    const subtypes = spec.type === 'user' ? spec.subtypes : [];
    const names = listOf(
      subtypes.map((subtype) => msg(`paramvalidator-help-type-user-subtype-${subtype}`)),
      'text',
    );
    return [msg('paramvalidator-help-type-user', spec.multi ? 2 : 1, names, num(subtypes.length))];
  },
};
