import type { AjaxOptions } from './ajax-options.ts';
import type { CookieJar } from './cookie-jar.ts';
import { type Exchange, exchange, type HttpFailure } from './exchange.ts';
import type { Outcome } from './request-promise.ts';

/** What is sent, and how. */
export interface Sending {
  readonly options: AjaxOptions & { readonly url: string };
  /** Name and value of each parameter, in their order. */
  readonly fields: readonly (readonly [string, string])[];
  /** Cookies kept by the program; null where the browser keeps them. */
  readonly jar: CookieJar | null;
}

/** A request under way. */
export interface Sent {
  /** Never rejects. */
  readonly outcome: Promise<Outcome>;
  abort(): void;
}

function prepare({ options, fields, jar }: Sending): [URL | string, RequestInit] {
  const { url, type = 'GET', headers = {}, contentType, xhrFields } = options;
  const init: RequestInit = { method: type, credentials: xhrFields?.withCredentials ? 'include' : 'same-origin' };
  const cookie = jar?.header(url) ?? '';
  init.headers = { Accept: 'application/json', ...(cookie !== '' && { Cookie: cookie }), ...headers };
  const data = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
  if (type === 'GET') return [`${url}${url.includes('?') ? '&' : '?'}${data}`, init];
  if (contentType !== 'multipart/form-data') return [url, { ...init, body: data }];
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return [url, { ...init, body: form }];
}

/** What an answer means: an error of the API too has the status 200. */
function judge(result: unknown, xhr: Exchange): Outcome {
  if (result === undefined || result === null || result === '') {
    return { ok: false, args: ['ok-but-empty', EMPTY, result, xhr] };
  }
  const { error, errors } = result as { error?: { code?: string }; errors?: readonly { code?: string }[] };
  if (!error && !errors) return { ok: true, args: [result, xhr] };
  const code = error ? error.code : errors?.[0]?.code;
  return { ok: false, args: [code ?? 'unknown', result, result, xhr] };
}

/** What `fail` handlers are told of an answer without content. */
export const EMPTY = 'The answer has the status of success, but no content';

const http = (details: HttpFailure): Outcome => ({ ok: false, args: ['http', details] });

/** Sends one request to the API. */
export function send(sending: Sending): Sent {
  const { timeout = 0, signal } = sending.options;
  const controller = new AbortController();
  let stopped: 'abort' | 'timeout' | null = null;
  const stop = (why: 'abort' | 'timeout'): void => {
    stopped ??= why;
    controller.abort();
  };
  const abort = (): void => stop('abort');

  const run = async (): Promise<Outcome> => {
    const [url, init] = prepare(sending);
    const response = await fetch(url, { ...init, signal: controller.signal });
    sending.jar?.keep(sending.options.url, response.headers);
    const text = await response.text();
    let json: unknown;
    let broken: unknown;
    try {
      json = response.status === 204 ? undefined : JSON.parse(text);
    } catch (error) {
      broken = error;
    }
    const xhr = exchange(abort, response.statusText, response, text, json);
    if (!response.ok && response.status !== 304) {
      return http({ xhr, textStatus: 'error', exception: response.statusText });
    }
    return broken ? http({ xhr, textStatus: 'parsererror', exception: broken }) : judge(json, xhr);
  };

  const guarded = async (): Promise<Outcome> => {
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    const timer = timeout > 0 ? setTimeout(stop, timeout, 'timeout') : undefined;
    try {
      return await run();
    } catch (cause) {
      const textStatus = stopped ?? 'error';
      return http({ xhr: exchange(abort, textStatus), textStatus, exception: stopped ?? '', cause });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };
  return { outcome: guarded(), abort };
}
