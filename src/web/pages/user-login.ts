import type { Outcome } from '../../auth/outcome.ts';
import { type HtmlValue, html } from '../../base/html.ts';
import { msg, plain } from '../../base/message.ts';
import { hasResetRoute } from '../../providers/temporary-password/reset.ts';
import { definePage, type PageCall, type PageResponse } from '../define.ts';
import { failed, firstForms, isReturn, PRESERVED_FIELD, returnedStep, submitStep } from '../flow.ts';
import { buttonLink, notice } from '../form/controls.ts';
import { isPosted, tokenProblem } from '../form/form.ts';
import type { Problem } from '../form/problem.ts';
import { linkTo, page, richText, seeOther, textOf } from '../layout.ts';
import { returnAddress, returnParams, returnTo } from '../return-to.ts';
import { stepPage } from '../step-page.ts';

const NAME = 'UserLogin';
const TITLE = `Special:${NAME}`;

/** `Special:UserLogin`: signs a person in, by as many steps as it takes. */
export const userLogin = definePage({
  name: NAME,
  async handle(call) {
    if (!call.services.auth.canAuthenticateNow(call.actor)) return notNow(call);
    if (isReturn(call)) return answer(call, await returnedStep(call, 'login'));
    if (!isPosted(call)) return firstStep(call, []);
    const wrongToken = tokenProblem(call, 'login');
    if (wrongToken) return firstStep(call, [{ message: wrongToken, field: null }]);
    const back = linkTo(call, TITLE, returnParams(returnTo(call)));
    const step = await submitStep(call, 'login', call.services.publicUrl() + back);
    if (step.outcome) return answer(call, step.outcome);
    const isFirst = call.request.body.get('wpContinue') === undefined;
    return isFirst ? firstStep(call, step.problems) : nextStep(call, step.forms, step.problems, null);
  },
});

async function answer(call: PageCall, outcome: Outcome): Promise<PageResponse> {
  switch (outcome.status) {
    case 'PASS':
      return seeOther(call, returnAddress(call, returnTo(call)));
    case 'REDIRECT':
      return seeOther(call, outcome.target);
    case 'UI':
      return nextStep(call, outcome.requests, [], outcome);
    case 'FAIL': {
      const forms = await firstForms(call, 'login', false);
      return firstStep(call, failed(outcome, forms));
    }
    case 'RESTART':
      return unknownIdentity(call);
    case 'ABSTAIN':
      throw new TypeError('a flow cannot abstain');
  }
}

async function firstStep(call: PageCall, problems: readonly Problem[]): Promise<PageResponse> {
  const { user, session, rights } = call.actor;
  const requests = await firstForms(call, 'login', false);
  const params = returnParams(returnTo(call));
  const preserved = call.param(PRESERVED_FIELD) !== null && (await call.services.auth.preserved(call.actor)) !== null;
  const isAgain = user !== null && call.services.auth.securityStatus(call.actor, call.now) === 'reauth';
  const link = (title: string, key: string): HtmlValue =>
    html`<li><a href="${linkTo(call, title, params)}">${textOf(call, msg(key))}</a></li>`;
  return stepPage(call, {
    to: TITLE,
    title: msg(user ? 'login-security' : 'login'),
    token: 'login',
    purpose: 'login',
    submit: msg('login'),
    requests,
    problems,
    preserved,
    suggested: { username: call.param('wpName') ?? user?.name ?? session.suggestedName },
    intro: html`${preserved && notice('notice', textOf(call, msg('authmanager-authn-no-local-user-link')))}${
      user && html`<p>${richText(call, msg(isAgain ? 'userlogin-reauth' : 'userlogin-loggedin', plain(user.name)))}</p>`
    }`,
    links: html`<ul class="lk-links">${
      hasResetRoute(call.services) && link('Special:PasswordReset', 'userlogin-resetpassword-link')
    }${
      !user &&
      rights.has('createaccount') &&
      html`<li>${textOf(call, msg('userlogin-noaccount'))} <a href="${linkTo(call, 'Special:CreateAccount', params)}">${textOf(
        call,
        msg('userlogin-joinproject'),
      )}</a></li>`
    }</ul>`,
  });
}

/** A step after the first. Asked again after a wrong answer, its message says what was wrong. */
function nextStep(
  call: PageCall,
  requests: Parameters<typeof stepPage>[1]['requests'],
  problems: readonly Problem[],
  outcome: Extract<Outcome, { status: 'UI' }> | null,
): PageResponse {
  const wasContinued = call.request.body.get('wpContinue') !== undefined;
  const asked = outcome && (wasContinued && isProblem(outcome.message.code) ? null : outcome.message.message);
  const wrong = outcome && !asked ? failed({ status: 'FAIL', message: outcome.message }, requests) : [];
  const setsPassword = requests.some(({ fields }) => 'retype' in fields);
  return stepPage(call, {
    to: TITLE,
    title: msg(setsPassword ? 'resetpass_header' : 'login'),
    token: 'login',
    purpose: setsPassword ? 'change' : 'login',
    submit: msg(setsPassword ? 'resetpass_submit' : 'latchkey-go-on'),
    requests,
    problems: [...problems, ...wrong],
    continues: true,
    intro: asked && html`<p>${richText(call, asked)}</p>`,
  });
}

/** Messages of a step that only ask. */
const ASKING = /-ui$|^resetpass-|^oathauth-set-up-|^emailauth-login-message$/;
const isProblem = (code: string): boolean => !ASKING.test(code);

/** The identity is proved, but it belongs to no account: one can be made, or an existing one linked. */
function unknownIdentity(call: PageCall): PageResponse {
  const params = { ...returnParams(returnTo(call)), [PRESERVED_FIELD]: '1' };
  return page(call, {
    title: msg('login'),
    body: html`${notice('notice', textOf(call, msg('latchkey-identity-unknown')))}
<div class="lk-ways"><div class="lk-way">${buttonLink(
      textOf(call, msg('createaccount')),
      linkTo(call, 'Special:CreateAccount', params),
      { weight: 'primary', action: 'progressive' },
    )}</div><div class="lk-way">${buttonLink(
      textOf(call, msg('latchkey-link-existing')),
      linkTo(call, TITLE, params),
    )}</div></div>`,
  });
}

const notNow = (call: PageCall): PageResponse =>
  page(call, {
    status: 403,
    title: msg('cannotlogin-title'),
    body: notice('error', textOf(call, msg('userlogin-cannot-login'))),
  });
