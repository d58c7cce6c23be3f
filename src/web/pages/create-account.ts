import type { Outcome } from '../../auth/outcome.ts';
import { type HtmlValue, html } from '../../base/html.ts';
import { msg } from '../../base/message.ts';
import { definePage, type PageCall, type PageResponse } from '../define.ts';
import { leaveFlash } from '../flash.ts';
import { CONTINUE_FIELD, failed, firstForms, isReturn, PRESERVED_FIELD, returnedStep, submitStep } from '../flow.ts';
import { notice } from '../form/controls.ts';
import { isPosted, tokenProblem } from '../form/form.ts';
import type { Problem } from '../form/problem.ts';
import { linkTo, page, richText, seeOther, textOf } from '../layout.ts';
import { returnAddress, returnParams, returnTo } from '../return-to.ts';
import { stepPage } from '../step-page.ts';

const TITLE = 'Special:CreateAccount';

/** `Special:CreateAccount`: makes an account, and signs its owner in. */
export const createAccount = definePage({
  name: 'CreateAccount',
  async handle(call) {
    if (!call.services.auth.canCreateAccounts()) return impossible(call);
    if (isReturn(call)) return answer(call, await returnedStep(call, 'create'));
    if (!isPosted(call)) return firstStep(call, []);
    const wrongToken = tokenProblem(call, 'createaccount');
    if (wrongToken) return firstStep(call, [{ message: wrongToken, field: null }]);
    const back = linkTo(call, TITLE, returnParams(returnTo(call)));
    const step = await submitStep(call, 'create', call.services.publicUrl() + back);
    if (step.outcome) return answer(call, step.outcome);
    const isFirst = !call.request.body.has(CONTINUE_FIELD);
    return isFirst ? firstStep(call, step.problems) : nextStep(call, step.forms, step.problems, null);
  },
});

async function answer(call: PageCall, outcome: Outcome): Promise<PageResponse> {
  switch (outcome.status) {
    case 'PASS':
      return created(call, outcome);
    case 'REDIRECT':
      return seeOther(call, outcome.target);
    case 'UI':
      return nextStep(call, outcome.requests, [], outcome.message.message);
    case 'FAIL':
      return firstStep(call, failed(outcome, await firstForms(call, 'create', isPreserved(call))));
    default:
      throw new TypeError(`an account creation cannot end with ${outcome.status}`);
  }
}

/** The new owner is signed in; whoever made an account for somebody else stays who they are. */
async function created(call: PageCall, outcome: Extract<Outcome, { status: 'PASS' }>): Promise<PageResponse> {
  const { services, actor, session } = call;
  const name = outcome.username ?? '';
  const user = await services.accounts.byName(name);
  const isOwn = actor.user === null && user !== null && user.temporaryPasswordHash === null;
  if (isOwn) await session.signIn(user, { remember: false });
  const back = returnTo(call);
  const warnings = outcome.warnings ?? [];
  if (warnings.length === 0 && (isOwn || actor.user)) {
    await leaveFlash(call, 'accountcreatedtext', name);
    return seeOther(call, returnAddress(call, back));
  }
  return page(call, {
    title: msg('accountcreated'),
    body: html`${notice('success', richText(call, msg('accountcreatedtext', { plaintext: name })))}
${warnings.map(({ message }) => notice('warning', richText(call, message)))}
<p><a href="${returnAddress(call, back)}">${textOf(call, msg('latchkey-go-on'))}</a></p>`,
  });
}

const isPreserved = (call: PageCall): boolean => call.param(PRESERVED_FIELD) !== null;

async function firstStep(call: PageCall, problems: readonly Problem[]): Promise<PageResponse> {
  const { user, rights } = call.actor;
  const identity = isPreserved(call) ? await call.services.auth.preserved(call.actor) : null;
  const requests = await firstForms(call, 'create', identity !== null);
  const login = html`<li><a href="${linkTo(call, 'Special:UserLogin', returnParams(returnTo(call)))}">${textOf(
    call,
    msg('latchkey-link-existing'),
  )}</a></li>`;
  return stepPage(call, {
    to: TITLE,
    title: msg('createaccount'),
    token: 'createaccount',
    purpose: 'create',
    submit: msg(user ? 'createacct-another-submit' : 'createacct-submit'),
    requests,
    problems: rights.has('createaccount') ? problems : [{ message: msg('latchkey-no-creation'), field: null }],
    preserved: identity !== null,
    suggested: { username: identity?.username || call.param('wpName') },
    intro: html`${identity && html`<p>${textOf(call, msg('authmanager-create-from-login'))}</p>`}${
      user && html`<p>${richText(call, msg('latchkey-create-another', { plaintext: user.name }))}</p>`
    }`,
    links: !user && html`<ul class="lk-links">${login}</ul>`,
  });
}

function nextStep(
  call: PageCall,
  requests: Parameters<typeof stepPage>[1]['requests'],
  problems: readonly Problem[],
  message: Parameters<typeof richText>[1] | null,
): PageResponse {
  const intro: HtmlValue = message && html`<p>${richText(call, message)}</p>`;
  return stepPage(call, {
    to: TITLE,
    title: msg('createaccount'),
    token: 'createaccount',
    purpose: 'create',
    submit: msg('createacct-continue-submit'),
    requests,
    problems,
    continues: true,
    intro,
  });
}

const impossible = (call: PageCall): PageResponse =>
  page(call, {
    status: 403,
    title: msg('cannotcreateaccount-title'),
    body: notice('error', textOf(call, msg('cannotcreateaccount-text'))),
  });
