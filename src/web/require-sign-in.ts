import { html } from '../base/html.ts';
import { msg } from '../base/message.ts';
import type { UserRecord } from '../storage/ports/index.ts';
import type { PageCall, PageResponse } from './define.ts';
import { buttonLink, notice } from './form/controls.ts';
import { linkTo, page, seeOther, textOf } from './layout.ts';

/** The page itself, as a sign-in leads back to it: its title and its query. */
function ownAddress(call: PageCall, title: string): Record<string, string> {
  const query = new URLSearchParams();
  for (const [name, { value }] of call.request.query) {
    if (name !== 'title' && name !== 'uselang' && value !== null) query.set(name, value);
  }
  return { returnto: title, ...(query.size > 0 && { returntoquery: query.toString() }) };
}

/**
 * Who may see a page of one's own account: whoever is signed in, and with `fresh` signed in a short while ago. Everybody
 * else gets the page that is answered instead.
 */
export function requireSignIn(
  call: PageCall,
  title: string,
  fresh: boolean,
): { readonly user: UserRecord } | { readonly response: PageResponse } {
  const { actor, services, now } = call;
  const login = linkTo(call, 'Special:UserLogin', ownAddress(call, title));
  if (actor.session.kind === 'bot') {
    const body = notice('error', textOf(call, msg('cannotauth-not-allowed')));
    return { response: page(call, { status: 403, title: msg('cannotauth-not-allowed-title'), body }) };
  }
  if (!actor.user) {
    const body = html`<p>${textOf(call, msg('exception-nologin-text'))}</p>
<div class="lk-ways"><div class="lk-way">${buttonLink(textOf(call, msg('login')), login, { weight: 'primary', action: 'progressive' })}</div></div>`;
    return { response: page(call, { status: 403, title: msg('loginreqtitle'), body }) };
  }
  if (fresh && services.auth.securityStatus(actor, now) !== 'ok') return { response: seeOther(call, login) };
  return { user: actor.user };
}
