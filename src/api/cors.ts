import type { ApiRequest } from './request.ts';

/** Headers that a page of another site may read. */
const EXPOSED = 'MediaWiki-API-Error, Retry-After, X-Database-Lag, MediaWiki-Login-Suppressed';

/** Headers that a page of another site may send. */
const ALLOWED_HEADERS: ReadonlySet<string> = new Set(
  (
    'accept accept-language content-language content-type accept-encoding dnt origin user-agent api-user-agent ' +
    'access-control-max-age authorization'
  ).split(' '),
);

/** What the check of the caller's origin decided. */
export interface CorsDecision {
  /** False: the answer is HTTP 403 and nothing runs. */
  readonly allowed: boolean;
  readonly headers: readonly (readonly [string, string])[];
  /** The answer depends on the Origin header. */
  readonly varies: boolean;
}

const NOTHING: CorsDecision = { allowed: true, headers: [], varies: false };

/**
 * Whether an origin is one of the hosts: exact, or `*.host` for hosts below it; http and https, a port is part of it.
 * Browsers send origins in small letters, and only those are taken.
 */
export function originMatches(origin: string, hosts: readonly string[]): boolean {
  const host = /^https?:\/\/([^/\s]+)$/.exec(origin)?.[1];
  if (host === undefined) return false;
  return hosts.some((pattern) => {
    const wanted = pattern.toLowerCase();
    return wanted.startsWith('*.')
      ? host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1
      : host === wanted;
  });
}

const allMayBeSent = (list: string): boolean =>
  list.trim() === '' || list.split(',').every((name) => ALLOWED_HEADERS.has(name.trim().toLowerCase()));

/**
 * The decision for a request with the parameter `origin` (null: absent). Behaviour of MediaWiki's `ApiMain::handleCORS`.
 *
 * `hosts`: those whose pages may call with cookies.
 */
export function checkCors(request: ApiRequest, origin: string | null, hosts: readonly string[]): CorsDecision {
  if (origin === null) return NOTHING;
  const anyone = origin === '*';
  const header = request.headers.origin?.trim() ?? '';
  const origins = header === '' ? [] : header.split(/\s+/);
  if (!anyone && !origins.includes(origin)) return { allowed: false, headers: [], varies: true };

  if (!anyone && !origins.every((one) => originMatches(one, hosts))) {
    return { allowed: true, headers: [['MediaWiki-CORS-Rejection', 'Origin mismatch']], varies: true };
  }
  const headers: [string, string][] = [];
  const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (preflight) {
    const asked = request.headers['access-control-request-headers'];
    if (asked !== undefined) {
      if (!allMayBeSent(asked)) {
        return {
          allowed: true,
          headers: [['MediaWiki-CORS-Rejection', 'Unsupported header requested in preflight']],
          varies: !anyone,
        };
      }
      headers.push(['Access-Control-Allow-Headers', asked]);
    }
    headers.push(['Access-Control-Allow-Methods', 'POST, GET, HEAD']);
  }
  headers.push(['Access-Control-Allow-Origin', anyone ? '*' : header]);
  headers.push(['Access-Control-Allow-Credentials', anyone ? 'false' : 'true']);
  if (!anyone) headers.push(['Timing-Allow-Origin', header]);
  if (!preflight) headers.push(['Access-Control-Expose-Headers', EXPOSED]);
  return { allowed: true, headers, varies: !anyone };
}
