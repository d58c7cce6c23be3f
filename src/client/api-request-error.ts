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

interface Text {
  readonly text?: string;
  readonly html?: string;
  readonly '*'?: string;
}

interface Details {
  readonly error?: { readonly info?: string };
  readonly errors?: readonly Text[];
  readonly login?: { readonly reason?: string | Text };
  readonly textStatus?: string;
  readonly exception?: unknown;
}

const textOf = (text: string | Text | undefined): string | undefined =>
  typeof text === 'object' ? (text.text ?? text.html ?? text['*']) : text;

function describe(code: string, details: unknown): string {
  if (typeof details !== 'object' || details === null) return code;
  const { error, errors, login, textStatus, exception } = details as Details;
  const text = error?.info ?? textOf(errors?.[0]) ?? textOf(login?.reason) ?? textStatus;
  const cause = exception === undefined || exception === '' || exception === textStatus ? '' : ` (${exception})`;
  return text === undefined ? code : `${code}: ${text}${cause}`;
}
