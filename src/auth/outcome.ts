import type { Message } from '../base/message.ts';
import { type CodedMessage, coded } from '../errors/coded-message.ts';
import type { AuthRequest } from './request.ts';

/** What a provider or a whole flow says. Built only through the functions below. */
export type Outcome =
  | {
      readonly status: 'PASS';
      readonly username: string | null;
      /** What did not go well although the flow passed; never empty. */
      readonly warnings?: readonly CodedMessage[];
    }
  | { readonly status: 'FAIL'; readonly message: CodedMessage; readonly data?: Readonly<Record<string, unknown>> }
  | { readonly status: 'UI'; readonly requests: readonly AuthRequest[]; readonly message: CodedMessage }
  | {
      readonly status: 'REDIRECT';
      readonly requests: readonly AuthRequest[];
      readonly target: string;
      readonly data?: Readonly<Record<string, unknown>>;
    }
  | { readonly status: 'RESTART'; readonly message: CodedMessage; readonly preserve: PreservedPrimary }
  | { readonly status: 'ABSTAIN' };

/** A proved foreign identity without an account: kept so that the next flow can create or link one. */
export interface PreservedPrimary {
  readonly provider: string;
  /** Text that only the provider reads. */
  readonly data: string;
  /** A user name that must be used; empty when any may be. */
  readonly username: string;
}

const asCoded = (m: Message | CodedMessage): CodedMessage => ('message' in m ? m : coded(m));

/** Success. Primary providers name the account; null elsewhere. */
export const pass = (username: string | null = null, warnings: readonly CodedMessage[] = []): Outcome =>
  warnings.length === 0 ? { status: 'PASS', username } : { status: 'PASS', username, warnings };
/** The attempt is over. */
export const fail = (message: Message | CodedMessage, data?: Readonly<Record<string, unknown>>): Outcome =>
  data === undefined
    ? { status: 'FAIL', message: asCoded(message) }
    : { status: 'FAIL', message: asCoded(message), data };
/** More input is needed; at least one request. */
export const ui = (requests: readonly AuthRequest[], message: Message | CodedMessage): Outcome => {
  if (requests.length === 0) throw new TypeError('a UI outcome needs at least one request');
  return { status: 'UI', requests, message: asCoded(message) };
};
/** The person must visit another site; at least one request describes what comes back. */
export const redirect = (
  requests: readonly AuthRequest[],
  target: string,
  data?: Readonly<Record<string, unknown>>,
): Outcome => {
  if (requests.length === 0) throw new TypeError('a REDIRECT outcome needs at least one request');
  return data === undefined ? { status: 'REDIRECT', requests, target } : { status: 'REDIRECT', requests, target, data };
};
/** Proved, but no account belongs to it. */
export const restart = (message: Message | CodedMessage, preserve: PreservedPrimary): Outcome => ({
  status: 'RESTART',
  message: asCoded(message),
  preserve,
});
/** Not for this provider. */
export const abstain = (): Outcome => ({ status: 'ABSTAIN' });
