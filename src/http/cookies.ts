import { decodeBytes } from '../base/utf8.ts';
import type { CookieChange } from '../sessions/types.ts';

/** Further ones are not read. */
const MAX_COOKIES = 200;

const NONE: ReadonlyMap<string, string> = new Map();

/** A value without `%XX`; a `+` stays, as in PHP. */
function decodeCookie(raw: string): string {
  if (/^[\x20-\x24\x26-\x7e]*$/.test(raw)) return raw;
  const bytes = raw.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decodeBytes(Buffer.from(bytes, 'latin1'));
}

/**
 * Reads a `Cookie` header. The first one of a name wins, as in PHP. What follows a comma in a value is dropped: no
 * cookie value may hold one, and programs that copy `Set-Cookie` lines send `name=value, path=/; HttpOnly`.
 */
export function parseCookies(header: string | undefined): ReadonlyMap<string, string> {
  if (!header) return NONE;
  const cookies = new Map<string, string>();
  let from = 0;
  for (let read = 0; from < header.length && read < MAX_COOKIES; read++) {
    let to = header.indexOf(';', from);
    if (to < 0) to = header.length;
    const equals = header.indexOf('=', from);
    if (equals >= 0 && equals < to) {
      const name = header.slice(from, equals).trim();
      const comma = header.indexOf(',', equals);
      if (name !== '' && !cookies.has(name)) {
        cookies.set(name, decodeCookie(header.slice(equals + 1, comma >= 0 && comma < to ? comma : to).trim()));
      }
    }
    from = to + 1;
  }
  return cookies;
}

/** Attributes that all cookies of the site share. */
export interface CookieSettings {
  /** Null: the host alone. */
  readonly domain: string | null;
  /** Empty: none is sent. */
  readonly sameSite: 'Lax' | 'Strict' | 'None' | '';
  /** `auto`: on https. */
  readonly secure: 'auto' | boolean;
}

const encode = (value: string): string => encodeURIComponent(value).replace(/'/g, '%27');

/**
 * One `Set-Cookie` value, its attributes in MediaWiki's order: expires, Max-Age, path, domain, secure, HttpOnly. SameSite
 * stands before HttpOnly: a client (wikibase-edit) splits several joined headers at `HttpOnly,`.
 */
export function writeCookie(change: CookieChange, settings: CookieSettings, https: boolean, now: number): string {
  const secure = settings.secure === 'auto' ? https : settings.secure;
  let line: string;
  if (change.value === null) line = `${change.name}=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0`;
  else {
    line = `${change.name}=${encode(change.value)}`;
    if (change.maxAge !== null) {
      line += `; expires=${new Date(now + change.maxAge * 1000).toUTCString()}; Max-Age=${change.maxAge}`;
    }
  }
  line += '; path=/';
  if (settings.domain !== null) line += `; domain=${settings.domain}`;
  if (secure) line += '; secure';
  // Browsers refuse SameSite=None on cookies that are not Secure.
  if (settings.sameSite !== '' && (settings.sameSite !== 'None' || secure)) line += `; SameSite=${settings.sameSite}`;
  return change.httpOnly === false ? line : `${line}; HttpOnly`;
}
