import { escapeHtml } from '../../base/html.ts';
import { msg } from '../../base/message.ts';
import { findPending, savePending } from '../../providers/oidc/pending.ts';
import { isAllowedReturnUrl } from '../../providers/oidc/return-url.ts';
import { definePage, type PageCall, type PageResponse } from '../define.ts';

const HEADERS: readonly (readonly [string, string])[] = [
  ['Cache-Control', 'no-store'],
  ['Referrer-Policy', 'no-referrer'],
];

/**
 * `Special:OpenIDConnectReturn`: where OpenID providers send the browser back to, by query or form post. It checks the
 * state and the issuer, notes that the browser was here, and sends it on to the client's own return address with `code`
 * and `state` (or the provider's `error`). It signs nobody in.
 */
export const openIdReturn = definePage({
  name: 'OpenIDConnectReturn',
  worksReadOnly: true,
  async handle(call) {
    const state = call.param('state');
    const pending = state === null ? null : await findPending(call.services.volatile, state);
    if (state === null || !pending || !isAllowedReturnUrl(call.services, pending.returnUrl)) return refuse(call);
    const provider = call.services.config.oidc.providers.find(({ id }) => id === pending.provider);
    const iss = call.param('iss');
    // An answer of another issuer under this state is a mix-up attack.
    if (!provider || (iss !== null && iss !== provider.issuer)) return refuse(call);

    const target = new URL(pending.returnUrl);
    target.searchParams.set('state', state);
    const code = call.param('code');
    if (code === null) {
      target.searchParams.set('error', call.param('error') ?? 'server_error');
    } else {
      await savePending(call.services.volatile, state, { ...pending, returned: { iss } });
      target.searchParams.set('code', code);
    }
    return { status: 303, headers: [...HEADERS, ['Location', target.toString()]], body: '' };
  },
});

function refuse({ services, request }: PageCall): PageResponse {
  const language = services.config.site.language;
  services.log.info({ address: request.address }, 'a return from an OpenID provider was refused');
  const text = escapeHtml(services.messages.plain(msg('oidc-return-refused'), language));
  return {
    status: 400,
    headers: [...HEADERS, ['Content-Type', 'text/html; charset=utf-8']],
    body: `<!DOCTYPE html><html lang="${escapeHtml(language)}"><meta charset="utf-8"><title>${escapeHtml(services.config.site.name)}</title><p>${text}</p></html>`,
  };
}
