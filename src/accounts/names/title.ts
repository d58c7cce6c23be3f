import { sanitiseIp } from '../../base/ip.ts';
import { byteLength } from '../../base/utf8.ts';
import { decodeEntities } from './entities.ts';
import { upperFirst } from './first-letter.ts';

const BIDI = /[\u200e\u200f\u202a-\u202e]+/g;
const SPACES = /[ _\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** One line feed at the very end is overlooked, as `$` does in PHP. */
const PREFIX = /^([^\n]+?)_*:_*([^\n]*)\n?$/;
const ILLEGAL =
  /[^ %!"$&'()*,\-./0-9:;=?@A-Z\\^_`a-z~+\u0080-\u{10ffff}]|%[0-9A-Fa-f]{2}|&[A-Za-z0-9\u0080-\u{10ffff}]+;/u;
const RELATIVE = /^\.{1,2}(?:$|\/)|\/\.{1,2}(?:$|\/)/;

const trimUnderscores = (text: string): string => text.replace(/^_+|_+$/g, '');

/**
 * Reads a text as the title of a page in the user namespace and gives the user name in it (spaces, not underscores),
 * or null when it is malformed or lies in another namespace or on another wiki. Steps and order of MediaWiki 1.39's
 * `MediaWikiTitleCodec::splitTitleString`.
 */
export function userTitleText(text: string, prefixes: ReadonlySet<string>): string | null {
  let key = trimUnderscores(decodeEntities(text).replace(BIDI, '').replace(SPACES, '_'));
  let isUserPage = true;
  if (key.startsWith(':')) {
    isUserPage = false;
    key = trimUnderscores(key.slice(1));
  }
  const [, prefix, rest = ''] = PREFIX.exec(key) ?? [];
  if (prefix !== undefined) {
    const word = prefix.toLowerCase();
    if (prefixes.has(word)) return null;
    if (word === 'user') {
      isUserPage = true;
      key = rest;
    }
  }
  const fragment = key.indexOf('#');
  if (fragment >= 0) key = key.slice(0, fragment).replace(/_+$/, '');
  if (!isUserPage || key === '' || key.includes('\ufffd') || /\p{Surrogate}/u.test(key)) return null;
  if (ILLEGAL.test(key) || RELATIVE.test(key) || key.includes('~~~') || byteLength(key) > 255) return null;
  key = sanitiseIp(upperFirst(key));
  return key.startsWith(':') || /^_|_$/.test(key) ? null : key.replaceAll('_', ' ');
}

/** Whether a canonical name would, read as a title of its own, mean a page elsewhere. */
export function hasPrefix(name: string, prefixes: ReadonlySet<string>): boolean {
  const prefix = PREFIX.exec(name.replaceAll(' ', '_'))?.[1]?.toLowerCase();
  return prefix !== undefined && (prefix === 'user' || prefixes.has(prefix));
}
