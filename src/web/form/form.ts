import { type HtmlValue, html, type SafeHtml } from '../../base/html.ts';
import { type Message, msg } from '../../base/message.ts';
import type { TokenType } from '../../sessions/types.ts';
import type { PageCall } from '../define.ts';

/** Name of the token in every form. */
export const TOKEN_FIELD = 'wpToken';

/** What a form is made of. */
export interface FormParts {
  /** Where it is sent. */
  readonly action: string;
  readonly token: TokenType;
  readonly body: HtmlValue;
  readonly hidden?: Readonly<Record<string, string | null>>;
}

/** A posted form with the token of this session. */
export const form = (call: PageCall, { action, token, body, hidden = {} }: FormParts): SafeHtml =>
  html`<form class="lk-form" method="post" action="${action}">
<input type="hidden" name="${TOKEN_FIELD}" value="${call.session.token(token)}">
${Object.entries(hidden).map(
  ([name, value]) => value !== null && html`<input type="hidden" name="${name}" value="${value}">`,
)}
${body}
</form>`;

/** Whether a form was sent. */
export const isPosted = ({ request }: PageCall): boolean => request.method === 'POST';

/** What speaks against taking a form that was sent: its token is not one of this session. Null = nothing. */
export function tokenProblem(call: PageCall, token: TokenType): Message | null {
  const given = call.request.body.get(TOKEN_FIELD)?.value ?? '';
  return call.session.checkToken(token, given) ? null : msg('sessionfailure');
}
