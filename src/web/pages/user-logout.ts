import { html } from '../../base/html.ts';
import { msg } from '../../base/message.ts';
import { definePage } from '../define.ts';
import { button, notice } from '../form/controls.ts';
import { form, isPosted, tokenProblem } from '../form/form.ts';
import { linkTo, page, richText, textOf } from '../layout.ts';
import { returnAddress, returnParams, returnTo } from '../return-to.ts';

/** `Special:UserLogout`: a button that ends the session. A link alone ends nothing, so no other site can do it. */
export const userLogout = definePage({
  name: 'UserLogout',
  worksReadOnly: true,
  async handle(call) {
    const { session, actor } = call;
    const back = returnTo(call);
    const problem = isPosted(call) ? tokenProblem(call, 'csrf') : null;
    if (actor.user && (!isPosted(call) || problem)) {
      return page(call, {
        title: msg('logout'),
        body: html`${problem && notice('error', textOf(call, problem))}
${form(call, {
  action: linkTo(call, 'Special:UserLogout', returnParams(back)),
  token: 'csrf',
  body: html`<p>${textOf(call, msg('latchkey-logout-question'))}</p>
<div class="lk-actions">${button(textOf(call, msg('logout')), null, { weight: 'primary', action: 'progressive' })}</div>`,
})}`,
      });
    }
    if (actor.user) await session.signOut();
    return page(
      { ...call, actor: { ...actor, user: null } },
      {
        title: msg('logout'),
        body: html`<p>${richText(call, msg('logouttext'))}</p>
<p><a href="${returnAddress(call, back)}">${textOf(call, msg(back.title === null ? 'returnto-main' : 'latchkey-go-on'))}</a></p>`,
      },
    );
  },
});
