import { type HtmlValue, html, type SafeHtml } from '../../base/html.ts';
import { msg } from '../../base/message.ts';
import type { PageCall } from '../define.ts';
import { richText, textOf } from '../layout.ts';
import type { Problem } from './problem.ts';

/** The id of a field in the page. */
export const idOf = (name: string): string => `lk-${name.replace(/[^\w-]/g, '_')}`;

/** A field as it is shown: its texts are ready. */
export interface Control {
  readonly name: string;
  readonly label: HtmlValue;
  readonly help?: HtmlValue;
  readonly problem?: Problem | undefined;
  readonly optional?: boolean;
  /** Between the label and the control: the question of a CAPTCHA. */
  readonly before?: HtmlValue;
}

const described = ({ name, help, problem }: Control): SafeHtml => {
  const ids = [help && `${idOf(name)}-help`, problem && `${idOf(name)}-problem`].filter(Boolean);
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}${problem && html` aria-invalid="true"`}`;
};

/** The attributes that tie a control to its label, its help and its problem. */
export const tied = (control: Control): SafeHtml =>
  html`id="${idOf(control.name)}" name="${control.name}"${described(control)}`;

const problemText = (call: PageCall, { name, problem }: Control): HtmlValue =>
  problem &&
  html`<div class="cdx-field__validation-message" id="${idOf(name)}-problem"><div class="cdx-message cdx-message--inline cdx-message--error"><span class="cdx-message__icon"></span><div class="cdx-message__content">${richText(
    call,
    problem.message,
  )}</div></div></div>`;

/** A label, a control and what is to be said of them. */
export function field(call: PageCall, control: Control, input: HtmlValue): SafeHtml {
  const { name, label, help, optional, problem, before } = control;
  return html`<div class="cdx-field lk-field">
<div class="cdx-label"><label class="cdx-label__label" for="${idOf(name)}"><span class="cdx-label__label__text">${label}</span>${
    optional &&
    html`<span class="cdx-label__label__optional-flag"> ${textOf(call, msg('cdx-label-optional-flag'))}</span>`
  }</label>${help && html`<span class="cdx-label__description" id="${idOf(name)}-help">${help}</span>`}</div>
${before}<div class="cdx-field__control${problem && ' cdx-field__control--has-error'}">${input}</div>
${problemText(call, control)}</div>`;
}

/** Further attributes of a text input. */
export interface TextInput {
  readonly type?: 'text' | 'password' | 'email' | 'number';
  readonly value?: string;
  readonly autocomplete?: string | undefined;
  readonly verbatim?: boolean | undefined;
  readonly required?: boolean;
  readonly autofocus?: boolean;
  readonly maxLength?: number;
}

/** A line of text. */
export function textField(call: PageCall, control: Control, input: TextInput): SafeHtml {
  const { type = 'text', value = '', autocomplete, verbatim, required, autofocus, maxLength } = input;
  return field(
    call,
    control,
    html`<div class="cdx-text-input${control.problem && ' cdx-text-input--status-error'}"><input class="cdx-text-input__input" type="${type}" ${tied(control)}${
      value !== '' && html` value="${value}"`
    }${autocomplete && html` autocomplete="${autocomplete}"`}${
      verbatim && html` autocapitalize="none" autocorrect="off" spellcheck="false"`
    }${maxLength !== undefined && html` maxlength="${maxLength}"`}${required && html` required`}${
      autofocus && html` autofocus`
    } dir="auto"></div>`,
  );
}

/** Several lines of text. */
export const textArea = (call: PageCall, control: Control, value: string, rows: number): SafeHtml =>
  field(
    call,
    control,
    html`<div class="cdx-text-area${control.problem && ' cdx-text-area--status-error'}"><textarea class="cdx-text-area__textarea" dir="ltr" rows="${rows}" ${tied(control)}>${value}</textarea></div>`,
  );

/** A choice of one. */
export const selectField = (
  call: PageCall,
  control: Control,
  options: readonly (readonly [string, HtmlValue])[],
  chosen: string,
): SafeHtml =>
  field(
    call,
    control,
    html`<select class="cdx-select" ${tied(control)}>${options.map(
      ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
    )}</select>`,
  );

/** Something to tick; `value` tells those of one name apart. */
export function checkbox(control: Control, checked: boolean, value = '1', disabled = false): SafeHtml {
  const id = value === '1' ? idOf(control.name) : idOf(`${control.name}-${value}`);
  return html`<div class="cdx-checkbox lk-checkbox"><div class="cdx-checkbox__wrapper"><input class="cdx-checkbox__input" type="checkbox" id="${id}" name="${control.name}" value="${value}"${
    checked && html` checked`
  }${disabled && html` disabled`}${control.help && html` aria-describedby="${id}-help"`}><span class="cdx-checkbox__icon"></span><div class="cdx-checkbox__label cdx-label"><label class="cdx-label__label" for="${id}"><span class="cdx-label__label__text">${control.label}</span></label>${
    control.help && html`<span class="cdx-label__description" id="${id}-help">${control.help}</span>`
  }</div></div></div>`;
}

/** How a button looks. */
export interface ButtonLook {
  readonly weight?: 'primary' | 'normal' | 'quiet';
  readonly action?: 'progressive' | 'destructive' | 'default';
  /** A way around the fields: they may be empty. */
  readonly skipsFields?: boolean;
}

/** A button that sends its form; with a name it says so. */
export const button = (text: HtmlValue, name: string | null, look: ButtonLook = {}, value = '1'): SafeHtml =>
  html`<button class="cdx-button cdx-button--weight-${look.weight ?? 'normal'} cdx-button--action-${
    look.action ?? 'default'
  } cdx-button--size-large lk-button" type="submit"${name !== null && html` name="${name}" value="${value}"`}${
    look.skipsFields && html` formnovalidate`
  }>${text}</button>`;

/** A link that looks like a button. */
export const buttonLink = (text: HtmlValue, href: string, look: ButtonLook = {}): SafeHtml =>
  html`<a class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled cdx-button--weight-${
    look.weight ?? 'normal'
  } cdx-button--action-${look.action ?? 'default'} cdx-button--size-large lk-button" href="${href}">${text}</a>`;

/** A message in a box. */
export const notice = (kind: 'notice' | 'warning' | 'error' | 'success', content: HtmlValue): SafeHtml =>
  html`<div class="cdx-message cdx-message--block cdx-message--${kind} lk-message" role="${
    kind === 'error' ? 'alert' : 'status'
  }"><span class="cdx-message__icon"></span><div class="cdx-message__content">${content}</div></div>`;

/** All problems of a form at its top, each leading to its field. */
export function problemSummary(call: PageCall, problems: readonly Problem[]): HtmlValue {
  if (problems.length === 0) return null;
  const line = ({ field: name, message }: Problem): HtmlValue =>
    name === null ? richText(call, message) : html`<a href="#${idOf(name)}">${textOf(call, message)}</a>`;
  const [first] = problems;
  if (first && problems.length === 1 && first.message.key !== 'htmlform-required') return notice('error', line(first));
  return notice('error', textOf(call, msg('htmlform-invalid-input')));
}
