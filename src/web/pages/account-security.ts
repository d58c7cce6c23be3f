import type { AuthRequest } from '../../auth/request.ts';
import { type HtmlValue, html, type SafeHtml } from '../../base/html.ts';
import { msg, plain } from '../../base/message.ts';
import { randomHex } from '../../base/random.ts';
import { PASSWORD_REQUEST } from '../../providers/password/request.ts';
import { TEMPORARY_REQUEST } from '../../providers/temporary-password/request.ts';
import { credentialName, REQUEST_FIELD } from '../credential-name.ts';
import { definePage, type PageCall } from '../define.ts';
import { leaveFlash, takeFlash } from '../flash.ts';
import { authCall } from '../flow.ts';
import { button, buttonLink, notice } from '../form/controls.ts';
import { form, isPosted, tokenProblem } from '../form/form.ts';
import { linkTo, page, richText, seeOther, textOf } from '../layout.ts';
import { requireSignIn } from '../require-sign-in.ts';

const TITLE = 'Special:AccountSecurity';

/** `Special:AccountSecurity`: what protects the account, all ways to sign in to it, and an end to all other sessions. */
export const accountSecurity = definePage({
  name: 'AccountSecurity',
  async handle(call) {
    const allowed = requireSignIn(call, TITLE, isPosted(call));
    if ('response' in allowed) return allowed.response;
    const { user } = allowed;
    const problem = isPosted(call) ? tokenProblem(call, 'csrf') : null;
    if (isPosted(call) && !problem) {
      await endSessions(call, user.id);
      await leaveFlash(call, 'latchkey-sessions-ended');
      return seeOther(call, linkTo(call, TITLE));
    }
    const { auth, config } = call.services;
    const [change, remove, link, unlink] = await Promise.all(
      (['change', 'remove', 'link', 'unlink'] as const).map((action) => auth.forms(action, authCall(call))),
    );
    const flash = await takeFlash(call);
    const linked = new Set((unlink ?? []).map(({ id }) => id));
    const setUps = (change ?? []).filter(({ id }) => id !== PASSWORD_REQUEST);
    // A mailed password ends by itself: it is nothing that people would look for here.
    const removals = (remove ?? []).filter(({ id }) => !linked.has(id) && id !== TEMPORARY_REQUEST);
    const to = (title: string, request: AuthRequest, key: string): HtmlValue =>
      buttonLink(textOf(call, msg(key)), linkTo(call, title, { [REQUEST_FIELD]: request.id }));
    const row = (text: HtmlValue, action: HtmlValue): SafeHtml => html`<li><span>${text}</span>${action}</li>`;
    const rows = (title: string, requests: readonly AuthRequest[], key: string): SafeHtml[] =>
      requests.map((request) => row(credentialName(call, request), to(title, request, key)));
    const section = (key: string, items: readonly HtmlValue[]): HtmlValue =>
      items.length > 0 && html`<h2>${textOf(call, msg(key))}</h2><ul class="lk-list">${items}</ul>`;
    const mail = html`${user.email === '' ? textOf(call, msg('changeemail-none')) : html`<bdi>${user.email}</bdi>`}<span class="lk-note">${
      user.email !== '' &&
      textOf(call, msg(user.emailConfirmedAt === null ? 'latchkey-unconfirmed' : 'latchkey-confirmed'))
    }</span>`;
    const open = (title: string): HtmlValue => buttonLink(textOf(call, msg('latchkey-change')), linkTo(call, title));
    return page(call, {
      title: msg('latchkey-security'),
      body: html`${flash && notice('success', richText(call, flash))}${problem && notice('error', textOf(call, problem))}
<p>${richText(call, msg('latchkey-signed-in-as', plain(user.name)))}</p>
<ul class="lk-list">${row(textOf(call, msg('userlogin-yourpassword')), open('Special:ChangePassword'))}${
        config.mail.enabled && row(mail, open('Special:ChangeEmail'))
      }${config.botPasswords.enabled && row(textOf(call, msg('botpasswords')), open('Special:BotPasswords'))}</ul>
${section('latchkey-factors', [
  ...rows('Special:RemoveCredentials', removals, 'latchkey-remove'),
  ...rows('Special:ChangeCredentials', setUps, 'latchkey-set-up'),
])}
${section('latchkey-linked', [
  ...rows('Special:UnlinkAccounts', unlink ?? [], 'latchkey-remove'),
  ...(link ?? []).map((request) =>
    row(
      credentialName(call, request),
      form(call, {
        action: linkTo(call, 'Special:LinkAccounts'),
        token: 'csrf',
        body: Object.entries(request.fields).map(([name, field]) => button(textOf(call, field.label), name)),
      }),
    ),
  ),
])}
<h2>${textOf(call, msg('latchkey-sessions'))}</h2>
${form(call, {
  action: linkTo(call, TITLE),
  token: 'csrf',
  body: html`<p>${textOf(call, msg('latchkey-sessions-about'))}</p>
<div class="lk-actions">${button(textOf(call, msg('latchkey-sessions-end')), null, { action: 'destructive' })}</div>`,
})}`,
    });
  },
});

/** Ends every other session and remembered sign-in of the account, those of bot passwords too. */
async function endSessions({ services, session, now }: PageCall, userId: number): Promise<void> {
  const { accounts, stores } = services;
  await accounts.update(userId, { sessionsValidFrom: now });
  await stores.rememberedLogins.remove(userId);
  for (const bot of await stores.botPasswords.list(userId)) {
    await stores.botPasswords.put({ ...bot, token: randomHex(16) });
  }
  const renewed = await accounts.byId(userId);
  if (renewed) await session.renew(renewed);
}
