import { msg } from '../../base/message.ts';
import { TOKEN_TYPES } from '../../sessions/types.ts';
import { defineModule } from '../define.ts';
import { child, mark } from '../result.ts';

/** `meta=tokens`: tokens for modules that change something. */
export const tokens = defineModule({
  name: 'tokens',
  group: 'meta',
  prefix: '',
  className: 'ApiQueryTokens',
  params: { type: { type: 'enum', values: TOKEN_TYPES, multi: true, all: true, default: 'csrf' } },
  needsReadRight: false,
  examples: [
    { query: 'action=query&meta=tokens', message: 'apihelp-query+tokens-example-simple' },
    { query: 'action=query&meta=tokens&type=watch|patrol', message: 'apihelp-query+tokens-example-types' },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Tokens'],
  handle(call) {
    // Another site's page could read the answer, so it must not hold a token.
    if (call.lacksSameOrigin) {
      call.warn(msg('apiwarn-tokens-origin'));
      return;
    }
    const list = mark(child(child(call.result, 'query'), 'tokens'), { kind: 'assoc' });
    const { type: types } = call.params;
    // A session that begins with a login token needs no note that it knows them.
    if (types.includes('login')) call.actor.session.token('login');
    for (const type of types) list[`${type}token`] = call.actor.session.token(type);
  },
});
