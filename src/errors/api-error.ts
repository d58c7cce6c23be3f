import type { Message } from '../base/message.ts';
import { type CodedMessage, coded } from './coded-message.ts';

/** How an {@link ApiError} leaves the server beside its messages. */
export interface ApiErrorOptions {
  /** HTTP status; API errors are 200 unless said otherwise. */
  readonly status?: number;
  /** Extra response headers, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the operator needs and the client must not see. */
  readonly cause?: unknown;
}

/** Ends an API request with one or more errors. The only exception that becomes an answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly errors: readonly CodedMessage[];
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(errors: readonly CodedMessage[], options: ApiErrorOptions = {}) {
    super(errors.map((e) => e.code).join(', '), options.cause === undefined ? undefined : { cause: options.cause });
    this.errors = errors;
    this.status = options.status ?? 200;
    this.headers = options.headers ?? {};
  }
}

/** An {@link ApiError} with one message; the code is the given one or follows from the key. */
export const apiError = (
  message: Message,
  code?: string,
  data?: Readonly<Record<string, unknown>>,
  options?: ApiErrorOptions,
): ApiError => new ApiError([coded(message, code, data)], options);
