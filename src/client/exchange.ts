/** One request and its answer, with the members of jQuery's `jqXHR` that programs read. */
export interface Exchange {
  readonly readyState: 0 | 4;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly statusText: string;
  readonly responseText: string;
  /** Absent where the answer was no JSON. */
  readonly responseJSON?: unknown;
  getResponseHeader(name: string): string | null;
  getAllResponseHeaders(): string;
  abort(): void;
}

/** Details of a failure with the code `http`. */
export interface HttpFailure {
  readonly xhr: Exchange;
  readonly textStatus: 'abort' | 'timeout' | 'error' | 'parsererror';
  /** The same as `textStatus`, the HTTP status text, the error of the JSON parser, or an empty text. */
  readonly exception: unknown;
  /** Why there was no answer. */
  readonly cause?: unknown;
}

/** Makes an {@link Exchange} of an answer and its body; without them, one that came to nothing. */
export const exchange = (
  abort: () => void,
  statusText: string,
  response?: Response,
  text = '',
  json?: unknown,
): Exchange => ({
  readyState: response ? 4 : 0,
  status: response?.status ?? 0,
  statusText,
  responseText: text,
  ...(json !== undefined && { responseJSON: json }),
  getResponseHeader: (name) => response?.headers.get(name) ?? null,
  getAllResponseHeaders: () => [...(response?.headers ?? [])].map(([name, value]) => `${name}: ${value}\r\n`).join(''),
  abort,
});
