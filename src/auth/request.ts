import type { Message } from '../base/message.ts';
import type { Fields } from './fields.ts';

export type RequestRequired = 'optional' | 'required' | 'primary-required';

/**
 * A form of a sign-in or account-creation step, as data: the JSON answer, the HTML form, `authmanagerinfo` and the
 * reading of a submission all come from it. MediaWiki's AuthenticationRequest.
 */
export interface AuthRequest {
  /** Unique in a list; clients send it back, e.g. `MediaWiki\Auth\PasswordAuthenticationRequest`. */
  readonly id: string;
  readonly required: RequestRequired;
  /** Who asks; default: the id. */
  readonly provider?: Message;
  /** For which account; default: the id. */
  readonly account?: Message;
  /** Strings for programs. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly fields: Fields;
}

/** What was sent for one request. A field that was not sent is absent. */
export type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

/** A request that the submission fills: all its fields were there. */
export interface FilledRequest {
  readonly request: AuthRequest;
  readonly values: Values;
}
