import { GRANT_RIGHTS, HIDDEN_GRANTS } from '../../accounts/grants.ts';
import { type HtmlValue, html } from '../../base/html.ts';
import { rangeBounds } from '../../base/ip.ts';
import { type Message, msg, plain } from '../../base/message.ts';
import { randomHex } from '../../base/random.ts';
import { byteLength } from '../../base/utf8.ts';
import { hashBotPassword } from '../../passwords/bot-password-hash.ts';
import { randomBotPassword } from '../../passwords/random-password.ts';
import type { BotPassword, UserRecord } from '../../storage/ports/index.ts';
import { definePage, type PageCall, type PageResponse } from '../define.ts';
import { leaveFlash, takeFlash } from '../flash.ts';
import { button, buttonLink, checkbox, notice, problemSummary, textArea, textField } from '../form/controls.ts';
import { form, isPosted, tokenProblem } from '../form/form.ts';
import type { Problem } from '../form/problem.ts';
import { linkTo, page, richText, seeOther, textOf } from '../layout.ts';
import { requireSignIn } from '../require-sign-in.ts';

const TITLE = 'Special:BotPasswords';
const MAX_APP_BYTES = 32;
const MAX_RANGES = 100;
const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/**
 * `Special:BotPasswords`: passwords for programs; `?appId=NAME` is one of them (in a title, `_` would be a space).
 */
export const botPasswords = definePage({
  name: 'BotPasswords',
  async handle(call) {
    if (!call.services.config.botPasswords.enabled) {
      const body = notice('error', textOf(call, msg('botpasswords-disabled')));
      return page(call, { status: 403, title: msg('botpasswords'), body });
    }
    const allowed = requireSignIn(call, TITLE, true);
    if ('response' in allowed) return allowed.response;
    const { user } = allowed;
    const store = call.services.stores.botPasswords;
    const appId = (call.param('appId') ?? call.subpage ?? '').trim();
    if (appId === '') return list(call, user, []);
    const existing = await store.get(user.id, appId);
    if (!existing && (byteLength(appId) > MAX_APP_BYTES || appId.includes('@'))) {
      return list(call, user, [{ message: msg('botpasswords-bad-appid', plain(appId)), field: 'appId' }]);
    }
    if (!isPosted(call)) return edit(call, user, appId, existing, []);
    const wrongToken = tokenProblem(call, 'csrf');
    if (wrongToken) return edit(call, user, appId, existing, [{ message: wrongToken, field: null }]);
    return carryOut(call, user, appId, existing);
  },
});

const sent = (call: PageCall, name: string): string => call.request.body.get(name)?.value ?? '';
const grantNames = Object.keys(GRANT_RIGHTS).filter((grant) => !HIDDEN_GRANTS.includes(grant));
const chosenGrants = (call: PageCall): string[] =>
  grantNames.filter((grant) => call.request.body.has(`grant-${grant}`));

async function carryOut(
  call: PageCall,
  user: UserRecord,
  appId: string,
  existing: BotPassword | null,
): Promise<PageResponse> {
  const store = call.services.stores.botPasswords;
  if (existing && sent(call, 'delete') !== '') {
    await store.remove(user.id, appId);
    await leaveFlash(call, 'botpasswords-deleted-body', appId, user.name);
    return seeOther(call, linkTo(call, TITLE));
  }
  const ipRanges = sent(call, 'ranges')
    .split(/\s+/)
    .filter((range) => range !== '');
  const wrong = ipRanges.find((range) => rangeBounds(range) === null);
  const problem: Message | null =
    ipRanges.length > MAX_RANGES
      ? msg('botpasswords-toolong-restrictions')
      : wrong !== undefined
        ? msg('latchkey-bot-bad-range', plain(wrong))
        : null;
  if (problem) return edit(call, user, appId, existing, [{ message: problem, field: 'ranges' }]);
  const isNewPassword = !existing || sent(call, 'renew') !== '';
  const password = randomBotPassword();
  await store.put({
    userId: user.id,
    appId,
    passwordHash: isNewPassword ? hashBotPassword(password) : existing.passwordHash,
    // Sessions that it began must not keep what it may no longer do.
    token: randomHex(16),
    grants: [...HIDDEN_GRANTS, ...chosenGrants(call)],
    ipRanges: ipRanges.length > 0 ? ipRanges : EVERYWHERE,
    createdAt: existing?.createdAt ?? call.now,
    lastUsedAt: existing?.lastUsedAt ?? null,
  });
  if (isNewPassword) return reveal(call, user, appId, password, existing !== null);
  await leaveFlash(call, 'botpasswords-updated-body', appId, user.name);
  return seeOther(call, linkTo(call, TITLE));
}

/** The only time that the password is shown. */
function reveal(call: PageCall, user: UserRecord, appId: string, password: string, updated: boolean): PageResponse {
  const [title, body] = updated
    ? [msg('botpasswords-updated-title'), msg('botpasswords-updated-body', plain(appId), plain(user.name))]
    : [msg('botpasswords-created-title'), msg('botpasswords-created-body', plain(appId), plain(user.name))];
  const secret = msg(
    'botpasswords-newpassword',
    plain(`${user.name}@${appId}`),
    plain(password),
    plain(user.name),
    plain(`${appId}@${password}`),
  );
  return page(call, {
    title,
    body: html`${notice('success', textOf(call, body))}<p class="lk-shown">${richText(call, secret)}</p>
<p><a href="${linkTo(call, TITLE)}">${textOf(call, msg('latchkey-go-on'))}</a></p>`,
  });
}

async function list(call: PageCall, user: UserRecord, problems: readonly Problem[]): Promise<PageResponse> {
  const owned = await call.services.stores.botPasswords.list(user.id);
  const flash = await takeFlash(call);
  const used = ({ lastUsedAt }: BotPassword): string =>
    lastUsedAt === null
      ? textOf(call, msg('latchkey-bot-never-used'))
      : textOf(call, msg('latchkey-bot-last-used', new Date(lastUsedAt).toISOString().slice(0, 10)));
  const row = (bot: BotPassword): HtmlValue =>
    html`<li><span><bdi>${bot.appId}</bdi> ${
      bot.passwordHash === null && textOf(call, msg('botpasswords-label-needsreset'))
    }<span class="lk-note">${used(bot)}</span></span>${buttonLink(
      textOf(call, msg('latchkey-change')),
      linkTo(call, TITLE, { appId: bot.appId }),
    )}</li>`;
  return page(call, {
    title: msg('botpasswords'),
    body: html`${flash && notice('success', richText(call, flash))}<div>${richText(call, msg('botpasswords-summary'))}</div>
${owned.length > 0 && html`<h2>${textOf(call, msg('botpasswords-existing'))}</h2><ul class="lk-list">${owned.map(row)}</ul>`}
<h2>${textOf(call, msg('botpasswords-createnew'))}</h2>
<form class="lk-form" method="get" action="${call.services.config.http.scriptPath}/index.php"><input type="hidden" name="title" value="${TITLE}">
${problemSummary(call, problems)}${textField(
  call,
  { name: 'appId', label: textOf(call, msg('botpasswords-label-appid')).replace(/\s*:$/, ''), problem: problems[0] },
  { value: call.param('appId') ?? '', required: true, verbatim: true, maxLength: MAX_APP_BYTES, autocomplete: 'off' },
)}<div class="lk-actions">${button(textOf(call, msg('latchkey-go-on')), null, { weight: 'primary', action: 'progressive' })}</div></form>`,
  });
}

function edit(
  call: PageCall,
  user: UserRecord,
  appId: string,
  existing: BotPassword | null,
  problems: readonly Problem[],
): PageResponse {
  const chosen = isPosted(call) ? chosenGrants(call) : (existing?.grants ?? []);
  const rights = (grant: string): string =>
    (GRANT_RIGHTS[grant] ?? []).filter((right) => call.actor.rights.has(right)).join(', ');
  const grants = grantNames
    .filter((grant) => rights(grant) !== '' || chosen.includes(grant))
    .map((grant) =>
      checkbox(
        {
          name: `grant-${grant}`,
          label: textOf(call, msg(`grant-${grant}`)),
          help: rights(grant) !== '' && textOf(call, msg('latchkey-bot-rights', plain(rights(grant)))),
        },
        chosen.includes(grant),
      ),
    );
  const ranges = isPosted(call) ? sent(call, 'ranges') : (existing?.ipRanges ?? EVERYWHERE).join('\n');
  const submit = msg(existing ? 'botpasswords-label-update' : 'botpasswords-label-create');
  return page(call, {
    title: msg(existing ? 'botpasswords-editexisting' : 'botpasswords-createnew'),
    body: html`<p><strong><bdi>${user.name}@${appId}</bdi></strong></p>
${form(call, {
  action: linkTo(call, TITLE, { appId }),
  token: 'csrf',
  body: html`${problemSummary(call, problems)}<fieldset class="lk-grants"><legend>${textOf(
    call,
    msg('botpasswords-label-grants'),
  )}</legend><p>${textOf(call, msg('botpasswords-help-grants'))}</p>${grants}</fieldset>${textArea(
    call,
    {
      name: 'ranges',
      label: textOf(call, msg('latchkey-bot-ranges')),
      problem: problems.find(({ field }) => field === 'ranges'),
    },
    ranges,
    3,
  )}${existing && checkbox({ name: 'renew', label: textOf(call, msg('botpasswords-label-resetpassword')) }, existing.passwordHash === null)}<div class="lk-actions">${button(
    textOf(call, submit),
    null,
    { weight: 'primary', action: 'progressive' },
  )}${existing && button(textOf(call, msg('botpasswords-label-delete')), 'delete', { action: 'destructive', skipsFields: true })}</div>`,
})}
<p><a href="${linkTo(call, TITLE)}">${textOf(call, msg('botpasswords-label-cancel'))}</a></p>`,
  });
}
