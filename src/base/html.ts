const SAFE: unique symbol = Symbol('safe HTML');

/** Markup that is ready to send. Marked with a symbol, so data that a visitor sent as JSON can never pass for it. */
export interface SafeHtml {
  readonly [SAFE]: string;
  toString(): string;
}

/** What may stand in an {@link html} template. Texts and numbers are escaped, lists joined, the empty values vanish. */
export type HtmlValue = string | number | bigint | SafeHtml | null | undefined | false | readonly HtmlValue[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes a text for element content and for attribute values in quotes of either kind. */
export const escapeHtml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char) : text;

function toText(this: SafeHtml): string {
  return this[SAFE];
}

/** Vouches for markup. Only for constants and for the output of code that escapes. */
export const trustedHtml = (markup: string): SafeHtml => ({ [SAFE]: markup, toString: toText });

/** Whether a value is markup from {@link html} or {@link trustedHtml}. */
export const isSafeHtml = (value: unknown): value is SafeHtml =>
  typeof value === 'object' && value !== null && SAFE in value;

function render(value: HtmlValue): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value === null || value === undefined || value === false) return '';
  if (isSafeHtml(value)) return value[SAFE];
  if (Array.isArray(value)) return value.map(render).join('');
  return escapeHtml(String(value));
}

/** Template tag: the literal parts are markup, every value is escaped unless it is {@link SafeHtml} itself. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): SafeHtml {
  let out = strings[0] ?? '';
  for (let i = 0; i < values.length; i++) out += render(values[i]) + (strings[i + 1] ?? '');
  return trustedHtml(out);
}
