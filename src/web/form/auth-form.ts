import type { Field } from '../../auth/fields.ts';
import type { AuthRequest } from '../../auth/request.ts';
import { type HtmlValue, html, type SafeHtml } from '../../base/html.ts';
import { type Message, msg } from '../../base/message.ts';
import type { PageCall } from '../define.ts';
import { textOf } from '../layout.ts';
import { captchaQuestion, hasWidget, isCaptcha } from './captcha.ts';
import { button, type Control, checkbox, problemSummary, selectField, textField } from './controls.ts';
import { hintOf, type Purpose } from './hints.ts';
import { fieldsOf, type Problem } from './problem.ts';
import { setUpInfo } from './set-up-info.ts';

/** A form of the manager and how it is to be shown. */
export interface AuthForm {
  readonly requests: readonly AuthRequest[];
  readonly purpose: Purpose;
  readonly submit: Message;
  readonly problems: readonly Problem[];
  /** What was sent for a field before, or is suggested; null = nothing. */
  readonly given: (name: string) => string | null;
}

/** Fields in the order in which people expect them; others stand between, as they come. */
const ORDER = ['username', 'domain', 'password', 'retype', 'email', 'realname', 'reason'];
const LAST = ['captchaId', 'captchaInfo', 'captchaWord', 'rememberMe', 'mailpassword', 'newModule'];
const rank = (name: string): number => {
  const [first, last] = [ORDER.indexOf(name), LAST.indexOf(name)];
  return first >= 0 ? first : last >= 0 ? 200 + last : 100;
};

interface Shown {
  readonly name: string;
  readonly field: Field;
  readonly request: AuthRequest;
}

function controlOf(call: PageCall, { name, field, request }: Shown, form: AuthForm): Control {
  const hint = hintOf(name, form.purpose);
  const help = hint.help === undefined ? field.help : hint.help;
  const label = isCaptcha(request) ? (request.fields.captchaInfo?.label ?? field.label) : (hint.label ?? field.label);
  return {
    name,
    // Labels of clients end with a colon where pages have none.
    label: textOf(call, label).replace(/\s*:$/, ''),
    help: help && textOf(call, help),
    problem: form.problems.find((problem) => problem.field === name),
    optional: field.optional ?? false,
    before: isCaptcha(request) && captchaQuestion(call, request),
  };
}

function fieldMarkup(call: PageCall, shown: Shown, form: AuthForm, autofocus: boolean): HtmlValue {
  const { name, field, request } = shown;
  const control = controlOf(call, shown, form);
  const hint = hintOf(name, form.purpose);
  const value = field.sensitive ? '' : (form.given(name) ?? field.value ?? '');
  switch (field.type) {
    case 'hidden':
      return html`<input type="hidden" name="${name}" value="${field.value ?? ''}">`;
    case 'null':
      return isCaptcha(request) ? null : setUpInfo(call, request, field);
    case 'checkbox':
      return checkbox({ ...control, optional: false }, form.given(name) !== null);
    case 'select':
    case 'multiselect': {
      const options = Object.entries(field.options ?? {}).map(([key, text]) => [key, textOf(call, text)] as const);
      return selectField(call, control, options, value);
    }
    case 'button':
      return null;
    default:
      if (isCaptcha(request) && hasWidget(request)) return control.before;
      return textField(call, control, {
        type: field.type === 'password' ? 'password' : (hint.type ?? 'text'),
        value: isCaptcha(request) ? '' : value,
        autocomplete: hint.autocomplete,
        verbatim: hint.verbatim,
        required: !field.optional,
        autofocus,
      });
  }
}

/** The fields and buttons of a form, with what is wrong at its top. */
export function authForm(call: PageCall, form: AuthForm): SafeHtml {
  const merged = fieldsOf(form.requests);
  const shown: Shown[] = Object.entries(merged)
    .map(([name, field]) => ({
      name,
      field,
      request: form.requests.find((request) => name in request.fields) as AuthRequest,
    }))
    .sort((a, b) => rank(a.name) - rank(b.name));
  const fields = shown.filter(({ field }) => field.type !== 'button');
  const buttons = shown.filter(({ field }) => field.type === 'button');
  const typed = fields.filter(({ field }) => field.type === 'string' || field.type === 'password');
  const marked = form.problems.find((problem) => problem.field !== null)?.field;
  const firstEmpty = typed.find(({ name, field }) => field.sensitive || !form.given(name));
  const focused = marked ?? firstEmpty?.name;
  const needsKey = form.requests.some(({ fields: own }) => 'credential' in own);
  const way = ({ name, field, request }: Shown): SafeHtml =>
    html`<div class="lk-way">${button(textOf(call, field.label), name, { skipsFields: true })}${
      request.metadata?.recoveryCodes !== undefined && setUpInfo(call, request, null)
    }</div>`;
  return html`${problemSummary(call, form.problems)}
${fields.map((one) => fieldMarkup(call, one, form, one.name === focused))}
${needsKey && keyButton(call)}
${
  (fields.some(({ field }) => field.type !== 'hidden') || buttons.length === 0) &&
  html`<div class="lk-actions">${button(textOf(call, form.submit), null, { weight: 'primary', action: 'progressive' })}</div>`
}
${
  buttons.length > 0 &&
  html`${typed.length > 0 && html`<p class="lk-or"><span>${textOf(call, msg('latchkey-or'))}</span></p>`}<div class="lk-ways">${buttons.map(way)}</div>`
}`;
}

/** A security key answers through a script; without scripts the other ways of the form are left. */
const keyButton = (call: PageCall): SafeHtml =>
  html`<p data-lk-key hidden><span role="status" data-lk-failed="${textOf(call, msg('latchkey-key-failed'))}"></span></p><noscript>${textOf(
    call,
    msg('latchkey-key-scripts'),
  )}</noscript>`;
