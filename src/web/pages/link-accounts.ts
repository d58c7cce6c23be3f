import type { Outcome } from '../../auth/outcome.ts';
import { html } from '../../base/html.ts';
import { msg } from '../../base/message.ts';
import { definePage, type PageCall, type PageResponse } from '../define.ts';
import { leaveFlash } from '../flash.ts';
import { isReturn, returnedStep, submitStep } from '../flow.ts';
import { notice } from '../form/controls.ts';
import { isPosted, tokenProblem } from '../form/form.ts';
import { linkTo, page, richText, seeOther, textOf } from '../layout.ts';
import { requireSignIn } from '../require-sign-in.ts';

const TITLE = 'Special:LinkAccounts';
const LIST = 'Special:AccountSecurity';

/** `Special:LinkAccounts`: takes the person to another site to prove an account there, and links it. */
export const linkAccounts = definePage({
  name: 'LinkAccounts',
  async handle(call) {
    const allowed = requireSignIn(call, LIST, true);
    if ('response' in allowed) return allowed.response;
    if (isReturn(call)) return answer(call, await returnedStep(call, 'link'));
    if (!isPosted(call)) return seeOther(call, linkTo(call, LIST));
    const wrongToken = tokenProblem(call, 'csrf');
    if (wrongToken) return failure(call, wrongToken);
    const step = await submitStep(call, 'link', call.services.publicUrl() + linkTo(call, TITLE));
    return step.outcome ? answer(call, step.outcome) : seeOther(call, linkTo(call, LIST));
  },
});

async function answer(call: PageCall, outcome: Outcome): Promise<PageResponse> {
  if (outcome.status === 'REDIRECT') return seeOther(call, outcome.target);
  if (outcome.status === 'FAIL') return failure(call, outcome.message.message);
  if (outcome.status !== 'PASS') throw new TypeError(`linking cannot answer with ${outcome.status}`);
  await leaveFlash(call, 'linkaccounts-success-text');
  return seeOther(call, linkTo(call, LIST));
}

const failure = (call: PageCall, message: Parameters<typeof richText>[1]): PageResponse =>
  page(call, {
    title: msg('linkaccounts'),
    body: html`${notice('error', richText(call, message))}
<p><a href="${linkTo(call, LIST)}">${textOf(call, msg('latchkey-go-on'))}</a></p>`,
  });
