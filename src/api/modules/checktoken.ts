import { msg } from '../../base/message.ts';
import { isoTime } from '../../base/time.ts';
import { TOKEN_TYPES } from '../../sessions/types.ts';
import { defineModule } from '../define.ts';

/** `action=checktoken`: whether a token of `meta=tokens` is good. */
export const checktoken = defineModule({
  name: 'checktoken',
  group: 'action',
  prefix: '',
  className: 'ApiCheckToken',
  params: {
    type: { type: 'enum', values: TOKEN_TYPES, required: true },
    token: { type: 'string', required: true, sensitive: true },
    maxtokenage: { type: 'integer' },
  },
  examples: [{ query: 'action=checktoken&type=csrf&token=123ABC', message: 'apihelp-checktoken-example-simple' }],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Checktoken'],
  handle(call) {
    const { type, token, maxtokenage } = call.params;
    const { session } = call.actor;
    const nobody = call.lacksSameOrigin && type !== 'login' && type !== 'createaccount';
    const valid = nobody ? token === '+\\' : session.checkToken(type, token);
    const made = session.tokenTime(token);
    const age = made === null ? 0 : Math.floor((call.now - made) / 1000);
    const tooOld = maxtokenage !== null && age > maxtokenage;
    const result = valid ? (tooOld ? 'expired' : 'valid') : 'invalid';
    // The suffix whose plus was not encoded in the address, where it stands for a space.
    if (token.endsWith(' \\')) call.warn(msg('apiwarn-checktoken-percentencoding'));
    call.result.checktoken = made === null ? { result } : { result, generated: isoTime(made) };
  },
});
