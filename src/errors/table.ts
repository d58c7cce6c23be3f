import { type Message, type MessageParam, msg } from '../base/message.ts';
import { type ApiError, type ApiErrorOptions, apiError } from './api-error.ts';

/** What is known of one error code. */
export interface ErrorEntry {
  /** Keys of its messages; the first is the usual one. */
  readonly keys: readonly string[];
  /** HTTP status. The API answers errors with 200, as its clients expect, except where the transport is meant. */
  readonly status: number;
  /** When it happens: for the reference. */
  readonly when: string;
  /** Members beside code and text that programs may read. */
  readonly data?: readonly string[];
}

const entry = (keys: string | readonly string[], when: string, more: Partial<ErrorEntry> = {}): ErrorEntry => ({
  keys: typeof keys === 'string' ? [keys] : keys,
  status: 200,
  when,
  ...more,
});

const v = (name: string): string => `paramvalidator-${name}`;

/** Errors of parameters: every module can answer them. */
const PARAMETER_ERRORS = {
  missingparam: entry(
    [v('missingparam'), 'apierror-missingparam-one-of', 'apierror-missingparam-at-least-one-of'],
    'A required parameter is absent or empty.',
  ),
  badvalue: entry([v('badvalue-enumnotmulti'), v('notmulti')], 'A value is not among the allowed ones.'),
  badinteger: entry(v('badinteger'), 'A value is not a whole number of 64 bits.'),
  badtimestamp: entry(v('badtimestamp'), 'A value is not a time.'),
  badexpiry: entry(v('badexpiry'), 'A value is not an expiry.'),
  'badexpiry-past': entry(v('badexpiry-past'), 'An expiry is over.'),
  baduser: entry(v('baduser'), 'A value names no user of the kinds that the parameter takes.'),
  badtitle: entry(v('badtitle'), 'A value is no title of a page.'),
  badtags: entry(
    ['tags-apply-not-allowed-one', 'tags-apply-not-allowed-multi'],
    'Change tags were given; there are none here that could be applied.',
    { data: ['disallowedtags'] },
  ),
  badupload: entry(v('badupload-notupload'), 'A file was expected.'),
  maxbytes: entry(v('maxbytes'), 'A value is too long.', { data: ['maxbytes', 'maxchars'] }),
  outofrange: entry(
    [v('outofrange-minmax'), v('outofrange-min'), v('outofrange-max')],
    'A number is out of its range, where the module insists on it; elsewhere this is a warning.',
    { data: ['min', 'curmax', 'max', 'highmax'] },
  ),
  toomanyvalues: entry(v('toomanyvalues'), 'A list has too many values.', { data: ['limit', 'lowlimit', 'highlimit'] }),
  invalidparammix: entry('apierror-invalidparammix', 'Parameters exclude each other.'),
} as const satisfies Readonly<Record<string, ErrorEntry>>;

/** Errors of the dispatcher: every module can answer them. */
const REQUEST_ERRORS = {
  assertanonfailed: entry('apierror-assertanonfailed', '`assert=anon` and somebody is signed in.'),
  assertuserfailed: entry('apierror-assertuserfailed', '`assert=user` and nobody is signed in.'),
  assertbotfailed: entry('apierror-assertbotfailed', '`assert=bot` and the caller lacks the right `bot`.'),
  assertnameduserfailed: entry('apierror-assertnameduserfailed', '`assertuser` names somebody else.'),
  unknown_action: entry('apierror-unknownaction', 'There is no such module.'),
  moduledisabled: entry(
    ['apierror-moduledisabled', 'apihelp-resetpassword-description-noroutes'],
    'The module is switched off.',
  ),
  mustpostparams: entry('apierror-mustpostparams', 'Secrets or tokens stand in the query string.'),
  badtoken: entry('apierror-badtoken', 'The token is not one of this session.'),
  notoken: entry(v('missingparam'), '`createaccount` without a token, in the documented dialect.'),
  readapidenied: entry('apierror-readapidenied', 'The caller lacks the right `read`.'),
  noapiwrite: entry('apierror-noapiwrite', 'Modules that write are switched off.'),
  writeapidenied: entry('apierror-writeapidenied', 'The caller lacks the right `writeapi`.'),
  'promised-nonwrite-api': entry('apierror-promised-nonwrite-api', 'The header promised not to write.'),
  readonly: entry('apierror-readonly', 'The site is read-only at this time.', { data: ['readonlyreason'] }),
  maxlag: entry(['apierror-maxlag-generic', 'apierror-maxlag'], 'The stores are further behind than `maxlag`.', {
    data: ['host', 'lag', 'type'],
  }),
  invalidmethod: entry('apierror-invalidmethod', 'The HTTP method is none of GET, HEAD, POST, OPTIONS.', {
    status: 405,
  }),
  mustbeposted: entry('apierror-mustbeposted', 'The module takes POST only.'),
  permissiondenied: entry('apierror-permissiondenied', 'The caller lacks a right.'),
} as const satisfies Readonly<Record<string, ErrorEntry>>;

/** Errors of `query`, `help` and `paraminfo`. */
const FRAMEWORK_ERRORS = {
  multisource: entry('apierror-invalidparammix-cannotusewith', 'Pages are named in more than one way.'),
  badgenerator: entry('apierror-badgenerator-unknown', 'There is no such generator.'),
  badcontinue: entry('apierror-badcontinue', 'A continuation is not what an earlier answer gave.'),
  badmodule: entry(
    ['apierror-badmodule-badsubmodule', 'apierror-badmodule-nosubmodules', 'apierror-badmodule-badpath'],
    'There is no module with this path.',
  ),
} as const satisfies Readonly<Record<string, ErrorEntry>>;

/** Failures of the server. What happened is in the operator's log, under the id of the request. */
const SERVER_ERRORS = {
  busy: entry('apierror-busy', 'Too much work is waiting; `Retry-After` says when to come back.', { status: 503 }),
  unavailable: entry('apierror-unavailable', 'A store cannot be reached.', { status: 503 }),
  internal_api_error_: entry('apierror-exceptioncaughttype', 'Something else went wrong; the code ends in its kind.', {
    status: 500,
    data: ['errorclass'],
  }),
} as const satisfies Readonly<Record<string, ErrorEntry>>;

/** Every error code that is not of one module alone. */
export const ERRORS = { ...PARAMETER_ERRORS, ...REQUEST_ERRORS, ...FRAMEWORK_ERRORS, ...SERVER_ERRORS } as const;

/** A code of {@link ERRORS}. */
export type ErrorCode = keyof typeof ERRORS;

/** What is known of a code; undefined for codes of single modules. */
export function errorEntry(code: string): ErrorEntry | undefined {
  if (code.startsWith('internal_api_error_')) return ERRORS.internal_api_error_;
  return Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode] : undefined;
}

/** How an error departs from its entry. */
export interface FailOptions extends ApiErrorOptions {
  /** Another of the entry's messages. */
  readonly key?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The error of a code, with the message and status of its entry. */
export function fail(code: ErrorCode, params: readonly MessageParam[] = [], options: FailOptions = {}): ApiError {
  const { key, data, ...rest } = options;
  const found: ErrorEntry = ERRORS[code];
  const message: Message = msg(key ?? (found.keys[0] as string), ...params);
  return apiError(message, code, data, { status: found.status, ...rest });
}
