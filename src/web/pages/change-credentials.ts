import type { AuthAction } from '../../auth/provider.ts';
import { type AuthRequest, fill, mergeFields } from '../../auth/request.ts';
import { html } from '../../base/html.ts';
import { type Message, msg, plain } from '../../base/message.ts';
import { PASSWORD_REQUEST } from '../../providers/password/request.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { credentialName, REQUEST_FIELD } from '../credential-name.ts';
import { definePage, type PageCall, type PageDefinition, type PageResponse } from '../define.ts';
import { type FlashKey, leaveFlash } from '../flash.ts';
import { authCall, rawOf } from '../flow.ts';
import { authForm } from '../form/auth-form.ts';
import { button, notice } from '../form/controls.ts';
import { form, isPosted, tokenProblem } from '../form/form.ts';
import { missing, type Problem, problemOf } from '../form/problem.ts';
import { linkTo, page, richText, seeOther, textOf } from '../layout.ts';
import { requireSignIn } from '../require-sign-in.ts';

interface Kind {
  readonly name: string;
  readonly action: Extract<AuthAction, 'change' | 'remove' | 'unlink'>;
  readonly title: Message;
  readonly submit: Message;
  readonly done: FlashKey;
  readonly unknown: (id: string) => Message;
  /** The request that the page is for when its address names none. */
  readonly request?: string;
}

/** A page that changes or takes away one credential, named by `wpRequest`; without one it leads to the list of them. */
const credentialPage = (kind: Kind): PageDefinition =>
  definePage({
    name: kind.name,
    async handle(call) {
      const title = `Special:${kind.name}`;
      const allowed = requireSignIn(call, title, true);
      if ('response' in allowed) return allowed.response;
      const id = call.param(REQUEST_FIELD) ?? kind.request ?? null;
      if (id === null) return seeOther(call, linkTo(call, 'Special:AccountSecurity'));
      const forms = await call.services.auth.forms(kind.action, authCall(call));
      const request = forms.find((candidate) => candidate.id === id);
      if (!request) {
        const body = notice('error', richText(call, kind.unknown(id)));
        return page(call, { status: 404, title: kind.title, body });
      }
      if (!isPosted(call)) return show(call, kind, request, []);
      const wrongToken = tokenProblem(call, 'csrf');
      const problems = wrongToken
        ? [{ message: wrongToken, field: null }]
        : await carryOut(call, kind, request, allowed.user);
      if (problems.length > 0) return show(call, kind, request, problems);
      await leaveFlash(call, kind.done);
      return seeOther(call, linkTo(call, 'Special:AccountSecurity'));
    },
  });

/** Does it, unless something speaks against it. */
async function carryOut(call: PageCall, kind: Kind, request: AuthRequest, user: UserRecord): Promise<Problem[]> {
  const remove = kind.action !== 'change';
  const { auth } = call.services;
  const fields = mergeFields([{ ...request, required: 'required' }]);
  const gaps = remove ? [] : missing(fields, (name) => call.request.body.get(name)?.value ?? null);
  if (gaps.length > 0) return gaps;
  const filled = fill(request, rawOf(call, [request])) ?? (remove ? { id: request.id, values: {} } : null);
  const problems = filled && (await auth.allowsChange(authCall(call), user, filled, remove));
  if (!problems) return [{ message: kind.unknown(request.id), field: null }];
  if (problems.length > 0) return problems.map((problem) => problemOf(problem, Object.keys(fields)));
  await auth.change(authCall(call), user, filled, remove);
  return [];
}

function show(call: PageCall, kind: Kind, request: AuthRequest, problems: readonly Problem[]): PageResponse {
  const remove = kind.action !== 'change';
  const name = credentialName(call, request);
  return page(call, {
    title: kind.title,
    body: html`<p><strong>${name}</strong></p>
${form(call, {
  action: linkTo(call, `Special:${kind.name}`),
  token: 'csrf',
  hidden: { [REQUEST_FIELD]: request.id },
  body: remove
    ? html`${problems.map(({ message }) => notice('error', richText(call, message)))}<p>${textOf(
        call,
        msg('latchkey-remove-question'),
      )}</p><div class="lk-actions">${button(textOf(call, kind.submit), null, { weight: 'primary', action: 'destructive' })}</div>`
    : authForm(call, {
        requests: [{ ...request, required: 'required' }],
        purpose: 'change',
        submit: kind.submit,
        problems,
        given: (field) => call.request.body.get(field)?.value ?? null,
      }),
})}
<p><a href="${linkTo(call, 'Special:AccountSecurity')}">${textOf(call, msg('resetpass-submit-cancel'))}</a></p>`,
  });
}

/** `Special:ChangeCredentials?wpRequest=…`: a new password, a new second factor, whatever can be set. */
export const changeCredentials = credentialPage({
  name: 'ChangeCredentials',
  action: 'change',
  title: msg('changecredentials'),
  submit: msg('changecredentials-submit'),
  done: 'changecredentials-success',
  unknown: (id) => msg('changecredentials-invalidsubpage', plain(id)),
});

/** `Special:ChangePassword`: the same for the password. */
export const changePassword = credentialPage({
  name: 'ChangePassword',
  action: 'change',
  title: msg('resetpass_header'),
  submit: msg('resetpass-submit-loggedin'),
  done: 'changecredentials-success',
  unknown: (id) => msg('changecredentials-invalidsubpage', plain(id)),
  request: PASSWORD_REQUEST,
});

/** `Special:RemoveCredentials?wpRequest=…`: takes a second factor away. */
export const removeCredentials = credentialPage({
  name: 'RemoveCredentials',
  action: 'remove',
  title: msg('removecredentials'),
  submit: msg('removecredentials-submit'),
  done: 'removecredentials-success',
  unknown: (id) => msg('removecredentials-invalidsubpage', plain(id)),
});

/** `Special:UnlinkAccounts?wpRequest=…`: takes the account of another site away. */
export const unlinkAccounts = credentialPage({
  name: 'UnlinkAccounts',
  action: 'unlink',
  title: msg('unlinkaccounts'),
  submit: msg('unlinkaccounts'),
  done: 'unlinkaccounts-success',
  unknown: () => msg('cannotunlink-no-provider'),
});
