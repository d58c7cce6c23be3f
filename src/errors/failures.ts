import { msg } from '../base/message.ts';
import { ApiError } from './api-error.ts';
import { coded } from './coded-message.ts';
import { ERRORS, fail } from './table.ts';

/** An operational failure that the client may know of: what it is answered with. */
export interface KnownFailure {
  readonly code: 'busy' | 'unavailable';
  /** Seconds after which the client may try again. */
  readonly retryAfter: number;
}

/** Failures by the `name` of the error, because rooms above throw them. */
const KNOWN: Readonly<Record<string, KnownFailure>> = {
  BusyError: { code: 'busy', retryAfter: 2 },
  StorageError: { code: 'unavailable', retryAfter: 5 },
};

/** The known failure that an error is, or null. */
export const knownFailure = (error: unknown): KnownFailure | null =>
  error instanceof Error ? (KNOWN[error.name] ?? null) : null;

/** MediaWiki's class names have no `Error` word of JavaScript: `TypeError` stays, nameless things become `Error`. */
const classOf = (error: unknown): string => {
  const name = error instanceof Error ? error.name : 'Error';
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) ? name : 'Error';
};

/**
 * Turns whatever a request threw into what the client sees. API errors stay as they are, known failures get their code,
 * everything else becomes `internal_api_error_…` with the request's id and nothing of what happened.
 */
export function asApiError(error: unknown, requestId: string): ApiError {
  if (error instanceof ApiError) return error;
  const known = knownFailure(error);
  if (known !== null) {
    return fail(known.code, [], { headers: { 'Retry-After': String(known.retryAfter) }, cause: error });
  }
  const name = classOf(error);
  const { keys, status } = ERRORS.internal_api_error_;
  const message = msg(keys[0] as string, requestId, name);
  return new ApiError([coded(message, `internal_api_error_${name}`, { errorclass: name })], { status, cause: error });
}

/** Whether an error says that something is wrong with the server: the operator must hear of it. */
export const isInternal = (error: ApiError): boolean =>
  error.status >= 500 && error.errors[0]?.code.startsWith('internal_api_error_') === true;
