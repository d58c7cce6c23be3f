import { isValidEmail } from '../../accounts/names/index.ts';
import { html } from '../../base/html.ts';
import { duration, type Message, msg } from '../../base/message.ts';
import { changeAddress } from '../../providers/email/change-address.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { definePage, type PageCall, type PageResponse } from '../define.ts';
import { leaveFlash } from '../flash.ts';
import { button, notice, problemSummary, textField } from '../form/controls.ts';
import { form, isPosted, tokenProblem } from '../form/form.ts';
import type { Problem } from '../form/problem.ts';
import { linkTo, page, richText, seeOther, textOf } from '../layout.ts';
import { requireSignIn } from '../require-sign-in.ts';

const TITLE = 'Special:ChangeEmail';
/** MediaWiki's limit. */
const MAX_LENGTH = 255;
/** Each change sends mail to an address that somebody typed. */
const LIMITS = [{ count: 10, seconds: 86_400 }];

/** `Special:ChangeEmail`: another mail address. The new one must be confirmed, the old one is told. */
export const changeEmail = definePage({
  name: 'ChangeEmail',
  async handle(call) {
    const allowed = requireSignIn(call, TITLE, true);
    if ('response' in allowed) return allowed.response;
    const { user } = allowed;
    if (!call.services.config.mail.enabled || !call.actor.rights.has('editmyprivateinfo')) {
      const body = notice('error', textOf(call, msg('cannotchangeemail')));
      return page(call, { status: 403, title: msg('changeemail'), body });
    }
    if (!isPosted(call)) return ask(call, user, null);
    const address = (call.request.body.get('email')?.value ?? '').trim();
    const wrongToken = tokenProblem(call, 'csrf');
    if (wrongToken) return ask(call, user, { message: wrongToken, field: null });
    const refusal = await refuse(call, user, address);
    if (refusal) return ask(call, user, { message: refusal, field: 'email' });
    await changeAddress(call.services, user, { address, confirmed: false, by: call.actor.address });
    if (address === '') await leaveFlash(call, 'latchkey-email-removed');
    else await leaveFlash(call, 'latchkey-email-changed', address);
    return seeOther(call, linkTo(call, 'Special:AccountSecurity'));
  },
});

async function refuse({ services }: PageCall, user: UserRecord, address: string): Promise<Message | null> {
  if (address === user.email) return msg('changeemail-nochange');
  if (address.length > MAX_LENGTH) return msg('changeemail-maxlength', MAX_LENGTH);
  if (address !== '' && !isValidEmail(address)) return msg('invalidemailaddress');
  if (address === '' && services.config.accounts.requireEmail) return msg('noemailcreate');
  const exceeded = await services.throttle.hit('change-email', String(user.id), LIMITS);
  return exceeded && msg('changeemail-throttled', duration(exceeded.retryAfter));
}

const ask = (call: PageCall, user: UserRecord, problem: Problem | null): PageResponse =>
  page(call, {
    title: msg('changeemail'),
    body: html`<p>${textOf(call, msg('changeemail-header'))}</p>
<p>${textOf(call, msg('changeemail-oldemail'))} <strong><bdi>${user.email || textOf(call, msg('changeemail-none'))}</bdi></strong></p>
${user.email !== '' && user.emailConfirmedAt === null && html`<p><a href="${linkTo(call, 'Special:ConfirmEmail')}">${textOf(call, msg('confirmemail_send'))}</a></p>`}
${form(call, {
  action: linkTo(call, TITLE),
  token: 'csrf',
  body: html`${problem && problemSummary(call, [problem])}${textField(
    call,
    {
      name: 'email',
      label: textOf(call, msg('changeemail-newemail')).replace(/\s*:$/, ''),
      help: textOf(call, msg('changeemail-newemail-help')),
      problem: problem?.field ? problem : undefined,
    },
    { type: 'email', value: call.request.body.get('email')?.value ?? '', autocomplete: 'email', verbatim: true },
  )}<div class="lk-actions">${button(textOf(call, msg('changeemail-submit')), null, { weight: 'primary', action: 'progressive' })}</div>`,
})}
<p><a href="${linkTo(call, 'Special:AccountSecurity')}">${richText(call, msg('resetpass-submit-cancel'))}</a></p>`,
  });
