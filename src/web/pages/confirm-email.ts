import { sha256Hex } from '../../base/digest.ts';
import { html } from '../../base/html.ts';
import { type Message, msg } from '../../base/message.ts';
import { CONFIRM_PURPOSE, mailConfirmation } from '../../providers/email/confirmation.ts';
import { definePage, type PageCall, type PageResponse } from '../define.ts';
import { button, notice } from '../form/controls.ts';
import { form, isPosted, tokenProblem } from '../form/form.ts';
import { linkTo, page, richText, textOf } from '../layout.ts';
import { MAIN_PAGE } from '../title.ts';

/**
 * `Special:ConfirmEmail/CODE`: where mailed links lead. Programs that look at links in mails must not use them up, so
 * the page asks for a press of its button. Without a code it mails a new link to the address of the account.
 */
export const confirmEmail = definePage({
  name: 'ConfirmEmail',
  handle: (call) => (call.subpage === null ? askForLink(call) : useCode(call, call.subpage)),
});

async function useCode(call: PageCall, code: string): Promise<PageResponse> {
  const { emailTokens, users } = call.services.stores;
  const hash = sha256Hex(code);
  const known = await emailTokens.find(CONFIRM_PURPOSE, hash, call.now);
  const user = known && (await users.byId(known.userId));
  if (!user || user.email !== known.email) return say(call, 'error', msg('confirmemail_invalid'), 400);
  const problem = isPosted(call) ? tokenProblem(call, 'login') : null;
  if (!isPosted(call) || problem) {
    return page(call, {
      title: msg('confirmemail'),
      body: html`${problem && notice('error', textOf(call, problem))}
${form(call, {
  action: linkTo(call, `Special:ConfirmEmail/${code}`),
  token: 'login',
  body: html`<p>${richText(call, msg('latchkey-confirm-question', { plaintext: user.email }, { plaintext: user.name }))}</p>
<div class="lk-actions">${button(textOf(call, msg('confirmemail')), null, { weight: 'primary', action: 'progressive' })}</div>`,
})}`,
    });
  }
  const taken = await emailTokens.take(CONFIRM_PURPOSE, hash, call.now);
  // The address may have been changed in this very moment.
  const isDone =
    taken && (await call.services.accounts.update(user.id, { emailConfirmedAt: call.now }, { email: taken.email }));
  if (!isDone) return say(call, 'error', msg('confirmemail_invalid'), 400);
  return say(call, 'success', msg(call.actor.user?.id === user.id ? 'confirmemail_loggedin' : 'confirmemail_success'));
}

async function askForLink(call: PageCall): Promise<PageResponse> {
  const { user, address } = call.actor;
  if (!user) return say(call, 'notice', msg('confirmemail_needlogin', msg('loginreqlink')), 403);
  if (!call.services.config.mail.enabled) return say(call, 'error', msg('emaildisabled'), 403);
  if (user.email === '') return say(call, 'notice', msg('latchkey-no-address'));
  if (user.emailConfirmedAt !== null) return say(call, 'success', msg('confirmemail_loggedin'));
  const problem = isPosted(call) ? tokenProblem(call, 'csrf') : null;
  if (isPosted(call) && !problem) {
    const limits = [{ count: 3, seconds: 3600 }];
    const exceeded = await call.services.throttle.hit('confirmation-mail', String(user.id), limits);
    if (!exceeded) await mailConfirmation(call.services, user, address);
    return say(call, exceeded ? 'notice' : 'success', msg(exceeded ? 'confirmemail_pending' : 'confirmemail_sent'));
  }
  return page(call, {
    title: msg('confirmemail'),
    body: html`${problem && notice('error', textOf(call, problem))}
${form(call, {
  action: linkTo(call, 'Special:ConfirmEmail'),
  token: 'csrf',
  body: html`<p>${textOf(call, msg('confirmemail_text'))}</p>
<div class="lk-actions">${button(textOf(call, msg('confirmemail_send')), null, { weight: 'primary', action: 'progressive' })}</div>`,
})}`,
  });
}

/** `Special:InvalidateEmail/CODE`: the way out of a mail that reached the wrong person. */
export const invalidateEmail = definePage({
  name: 'InvalidateEmail',
  async handle(call) {
    const { emailTokens, users } = call.services.stores;
    const hash = sha256Hex(call.subpage ?? '');
    const known = await emailTokens.find(CONFIRM_PURPOSE, hash, call.now);
    const user = known && (await users.byId(known.userId));
    const title = msg('invalidateemail');
    if (!user || user.email !== known.email) return say(call, 'error', msg('confirmemail_invalid'), 400, title);
    const problem = isPosted(call) ? tokenProblem(call, 'login') : null;
    if (isPosted(call) && !problem) {
      await emailTokens.take(CONFIRM_PURPOSE, hash, call.now);
      await call.services.accounts.update(user.id, { emailConfirmedAt: null }, { email: known.email });
      return say(call, 'success', msg('confirmemail_invalidated'), 200, title);
    }
    return page(call, {
      title,
      body: html`${problem && notice('error', textOf(call, problem))}
${form(call, {
  action: linkTo(call, `Special:InvalidateEmail/${call.subpage}`),
  token: 'login',
  body: html`<p>${richText(call, msg('latchkey-invalidate-question', { plaintext: user.email }))}</p>
<div class="lk-actions">${button(textOf(call, msg('invalidateemail')), null, { weight: 'primary', action: 'destructive' })}</div>`,
})}`,
    });
  },
});

const say = (
  call: PageCall,
  kind: Parameters<typeof notice>[0],
  message: Message,
  status = 200,
  title = msg('confirmemail'),
): PageResponse =>
  page(call, {
    status,
    title,
    body: html`${notice(kind, richText(call, message))}
<p><a href="${linkTo(call, call.actor.user ? MAIN_PAGE : 'Special:UserLogin')}">${textOf(
      call,
      msg(call.actor.user ? 'returnto-main' : 'login'),
    )}</a></p>`,
  });
