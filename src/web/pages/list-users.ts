import { type HtmlValue, html } from '../../base/html.ts';
import { listOf, msg } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { definePage, type PageCall } from '../define.ts';
import { button, notice, textField } from '../form/controls.ts';
import { linkTo, page, textOf } from '../layout.ts';

const TITLE = 'Special:ListUsers';
const PER_PAGE = 50;

/** `Special:ListUsers`: the accounts by name, with their groups; `from` is the first name. */
export const listUsers = definePage({
  name: 'ListUsers',
  async handle(call) {
    if (!call.actor.rights.has('read')) {
      const body = notice('error', textOf(call, msg('cannotauth-not-allowed')));
      return page(call, { status: 403, title: msg('listusers'), body });
    }
    const from = call.param('from') ?? call.subpage ?? '';
    const { users } = call.services.stores;
    const found = await users.list({ ...(from !== '' && { from }), limit: PER_PAGE + 1 });
    const next = found[PER_PAGE];
    return page(call, {
      title: msg('listusers'),
      body: html`<form class="lk-form" method="get" action="${linkTo(call, TITLE)}">${textField(
        call,
        { name: 'from', label: textOf(call, msg('latchkey-list-from')) },
        { value: from, verbatim: true, autocomplete: 'off' },
      )}<div class="lk-actions">${button(textOf(call, msg('latchkey-list-show')), null)}</div></form>
${
  found.length === 0
    ? html`<p>${textOf(call, msg('latchkey-list-empty'))}</p>`
    : html`<ul class="lk-list">${found.slice(0, PER_PAGE).map((user) => row(call, user))}</ul>`
}
${next && html`<p><a rel="next" href="${linkTo(call, TITLE, { from: next.name })}">${textOf(call, msg('latchkey-list-next'))}</a></p>`}`,
    });
  },
});

function row(call: PageCall, user: UserRecord): HtmlValue {
  const groups = user.groups.filter(({ expiresAt }) => expiresAt === null || expiresAt > call.now);
  const names = listOf(groups.map(({ group }) => msg(`group-${group}-member`, user.name)));
  return html`<li><span><bdi>${user.name}</bdi>${
    groups.length > 0 && html`<span class="lk-note">${textOf(call, msg('$1', names))}</span>`
  }</span></li>`;
}
