import { isValidEmail } from '../../accounts/names/index.ts';
import { html } from '../../base/html.ts';
import { type Message, msg, plain } from '../../base/message.ts';
import {
  hasResetRoute,
  isResetThrottled,
  type ResetTarget,
  resetRefusal,
  sendResets,
} from '../../providers/temporary-password/reset.ts';
import { definePage, type PageCall, type PageResponse } from '../define.ts';
import { button, notice, problemSummary, textField } from '../form/controls.ts';
import { form, isPosted, tokenProblem } from '../form/form.ts';
import type { Problem } from '../form/problem.ts';
import { linkTo, page, textOf } from '../layout.ts';
import { MAIN_PAGE } from '../title.ts';

// Visitors have no csrf token of their own; the login token is one.
/** `Special:PasswordReset`: mails a temporary password. The answer never tells whether there is such an account. */
export const passwordReset = definePage({
  name: 'PasswordReset',
  async handle(call) {
    const { services, actor } = call;
    if (!hasResetRoute(services)) return refuse(call, msg('passwordreset-disabled'));
    const refusal = await resetRefusal(services, actor);
    if (refusal) return refuse(call, refusal.message);
    if (!isPosted(call)) return ask(call, []);
    const wrongToken = tokenProblem(call, 'login');
    if (wrongToken) return ask(call, [{ message: wrongToken, field: null }]);
    const target = targetOf(call);
    if ('message' in target) return ask(call, [target]);
    // Over the limit nothing is sent, and the answer is the same.
    if (!(await isResetThrottled(services, actor))) services.background(sendResets(services, actor, target));
    return done(call);
  },
});

const given = (call: PageCall, name: string): string => (call.request.body.get(name)?.value ?? '').trim();

function targetOf(call: PageCall): ResetTarget | Problem {
  const { config, accounts } = call.services;
  const { routes, requireBoth } = config.passwordReset;
  const [username, email] = [routes.username ? given(call, 'username') : '', routes.email ? given(call, 'email') : ''];
  if (username === '' && email === '') return { message: msg('passwordreset-nodata'), field: null };
  if (email !== '' && !isValidEmail(email)) return { message: msg('passwordreset-invalidemail'), field: 'email' };
  if (username === '') return { email };
  const name = accounts.canonical(username, 'valid');
  if (name === null) return { message: msg('noname'), field: 'username' };
  return { name, email: requireBoth ? email : null };
}

function ask(call: PageCall, problems: readonly Problem[]): PageResponse {
  const { routes } = call.services.config.passwordReset;
  const input = (name: 'username' | 'email', label: Message) =>
    textField(
      call,
      {
        name,
        label: textOf(call, label).replace(/\s*:$/, ''),
        problem: problems.find(({ field }) => field === name),
      },
      {
        value:
          given(call, name) || (name === 'username' ? (call.actor.user?.name ?? call.param('wpUsername') ?? '') : ''),
        type: name === 'email' ? 'email' : 'text',
        autocomplete: name,
        verbatim: true,
      },
    );
  const both = routes.username && routes.email;
  return page(call, {
    title: msg('passwordreset'),
    body: html`<p>${textOf(call, both ? msg('passwordreset-text-many', 2) : msg('passwordreset-text-one'))}</p>
${form(call, {
  action: linkTo(call, 'Special:PasswordReset'),
  token: 'login',
  body: html`${problemSummary(call, problems)}${routes.username && input('username', msg('passwordreset-username'))}${
    routes.email && input('email', msg('passwordreset-email'))
  }<div class="lk-actions">${button(textOf(call, msg('mailmypassword')), null, { weight: 'primary', action: 'progressive' })}</div>`,
})}`,
  });
}

function done(call: PageCall): PageResponse {
  const shown = [given(call, 'username'), given(call, 'email')].filter((text) => text !== '').join(', ');
  const { resendHours } = call.services.config.throttles.passwordReset;
  return page(call, {
    title: msg('passwordreset'),
    body: html`${notice('success', textOf(call, msg('passwordreset-success')))}
<p>${textOf(call, msg('passwordreset-success-details-generic', resendHours))}</p>
<p>${textOf(call, msg('passwordreset-success-info', plain(shown)))}</p>
<p><a href="${linkTo(call, MAIN_PAGE)}">${textOf(call, msg('returnto-main'))}</a></p>`,
  });
}

const refuse = (call: PageCall, message: Message): PageResponse =>
  page(call, { status: 403, title: msg('passwordreset'), body: notice('error', textOf(call, message)) });
