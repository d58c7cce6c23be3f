/**
 * What an awaited request throws. `fail` handlers get its parts as separate arguments instead, as with jQuery.
 */
export class ApiRequestError extends Error {
  override readonly name = 'ApiRequestError';
  /** Code of the first error of the API, or `http`, `ok-but-empty`, `unknown`, `token-missing`, … */
  readonly code: string;
  /** The answer with its `error` or `errors`; with `http` the details (`xhr`, `textStatus`, `exception`). */
  readonly details: unknown;
  /** What `fail` handlers get: code, details and, of errors of the API, the answer and the exchange. */
  readonly args: readonly unknown[];

  constructor(args: readonly unknown[]) {
    const [code, details] = args;
    super(describe(String(code), details));
    this.code = String(code);
    this.details = details;
    this.args = args;
  }
}

interface Details {
  readonly error?: { readonly info?: string };
  readonly errors?: readonly { readonly text?: string; readonly html?: string; readonly '*'?: string }[];
  readonly textStatus?: string;
  readonly exception?: unknown;
}

function describe(code: string, details: unknown): string {
  if (typeof details !== 'object' || details === null) return code;
  const { error, errors, textStatus, exception } = details as Details;
  const [first] = errors ?? [];
  const text = error?.info ?? first?.text ?? first?.html ?? first?.['*'] ?? textStatus;
  const cause = exception === undefined || exception === '' || exception === textStatus ? '' : ` (${exception})`;
  return text === undefined ? code : `${code}: ${text}${cause}`;
}
