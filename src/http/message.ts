import type { ApiRequest, ApiResponse } from '../api/request.ts';
import type { CookieChange } from '../sessions/types.ts';

/** A request as it came over the wire, before anything in it is believed. */
export interface Incoming {
  /** Upper case. */
  readonly method: string;
  /** Path and query string, not decoded; each character is one byte. */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array | null;
  /** Address of the socket's other end. */
  readonly peer: string;
  readonly encrypted: boolean;
}

/** What a page gets: the same as an API call, and where it was called. */
export interface SiteRequest extends ApiRequest {
  /** The path, not decoded, without the query string. */
  readonly path: string;
}

/** What the API or a page answers: headers as they are, `cookies` turned into `Set-Cookie` with the site's attributes. */
export interface SiteResponse extends Omit<ApiResponse, 'body'> {
  readonly body: string | Uint8Array;
  readonly cookies?: readonly CookieChange[];
}

/** What goes over the wire. */
export interface Outgoing {
  readonly status: number;
  /** A name may come several times (`Set-Cookie`). */
  readonly headers: [string, string][];
  readonly body: string | Uint8Array;
}

/** The Action API as the transport sees it. Never rejects in the ordinary case: errors are answers. */
export interface ApiHandler {
  handle(request: ApiRequest): Promise<SiteResponse>;
}

/** The pages: null = there is nothing at this path. */
export type PageHandler = (request: SiteRequest) => Promise<SiteResponse | null>;

/** A short answer for people and programs alike. */
export const textResponse = (
  status: number,
  text: string,
  headers: [string, string][] = [],
  type: 'text/plain' | 'text/html' = 'text/plain',
): Outgoing => ({
  status,
  headers: [
    ['Content-Type', `${type}; charset=utf-8`],
    ['Cache-Control', 'no-store'],
    ['X-Content-Type-Options', 'nosniff'],
    ...headers,
  ],
  body: `${text}\n`,
});
