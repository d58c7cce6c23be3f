import { decodeBytes } from '../base/utf8.ts';
import type { CookieChange } from '../sessions/types.ts';

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
  for (const part of header.split(';', 200)) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = part.slice(0, equals).trim();
    if (name === '' || cookies.has(name)) continue;
    const raw = part.slice(equals + 1).trim();
    const comma = raw.indexOf(',');
    cookies.set(name, decodeCookie(comma < 0 ? raw : raw.slice(0, comma)));
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

/** One `Set-Cookie` value, its attributes in the order of WIRE: expires, Max-Age, path, domain, secure, HttpOnly, SameSite. */
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
  line += '; HttpOnly';
  // Browsers refuse SameSite=None on cookies that are not Secure.
  if (settings.sameSite !== '' && (settings.sameSite !== 'None' || secure)) line += `; SameSite=${settings.sameSite}`;
  return line;
}
