import { isIp } from '../../base/ip.ts';
import { byteLength } from '../../base/utf8.ts';
import { decodeEntities } from './entities.ts';
import { upperFirst } from './first-letter.ts';
import { defaultNameRules, type NameRules } from './rules.ts';
import { hasPrefix, userTitleText } from './title.ts';

/**
 * How much a name must fulfil: `none` (only tidied), `valid` (may exist), `usable` (may sign in), `creatable` (may be
 * registered). Each includes the ones before.
 */
export type NameLevel = 'none' | 'valid' | 'usable' | 'creatable';

/** The best that a name fulfils, with its canonical form. */
export type NameStatus =
  | { readonly status: 'invalid'; readonly name: null }
  | { readonly status: 'unusable' | 'uncreatable' | 'creatable'; readonly name: string };

/** Canonical but for the first letter, in any order of checks: plain words with single separators. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*(?:[ _][A-Za-z0-9]+)*$/;
/** Troublemakers beyond what a title forbids: C1 controls, odd spaces, separators, private use. */
const TROUBLE = /[\u0080-\u00a0\u2000-\u200f\u2028-\u202f\u3000\ue000-\uf8ff]/;
/** What looks like an IPv4 address, also with the last part hidden as old wikis did. */
const LIKE_IPV4 = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.(?:xxx|\d{1,3})$/;

function tidied(text: string): string | null {
  const name = upperFirst(text);
  if (name.includes('#')) return null;
  return (name.startsWith('User:') ? name.replaceAll('User:', '') : name).replaceAll('_', ' ');
}

function validName(text: string, rules: NameRules): string | null {
  if (text.length <= 255 && PLAIN.test(text)) {
    const name = upperFirst(text);
    return name.length > rules.maxBytes ? null : name.includes('_') ? name.replaceAll('_', ' ') : name;
  }
  // A capital can come apart (ΐ): MediaWiki shows such names in NFC but looks them up as they are. Here both agree.
  const name = text.includes('#') ? null : (userTitleText(upperFirst(text), rules.prefixes)?.normalize('NFC') ?? null);
  if (name === null || isIp(name) || name.includes('/') || byteLength(name) > rules.maxBytes) return null;
  if (name !== upperFirst(name) || hasPrefix(name, rules.prefixes) || TROUBLE.test(name)) return null;
  return LIKE_IPV4.test(name) || decodeEntities(name) !== name ? null : name;
}

function isCreatable(name: string, rules: NameRules): boolean {
  if (name.length * 3 > rules.maxCreatableBytes && byteLength(name) > rules.maxCreatableBytes) return false;
  for (const char of rules.invalidCharacters) if (name.includes(char)) return false;
  return true;
}

/**
 * The canonical form of what somebody typed as a user name, or null when it does not fulfil `level`.
 *
 * Rules and order of MediaWiki 1.39 (`UserNameUtils::getCanonical`). Expects cleaned input (NFC), which
 * `cleanInput` in `base/utf8.ts` gives. Idempotent for every level but `none`.
 */
export function canonicalUserName(
  text: string,
  level: NameLevel = 'valid',
  rules: NameRules = defaultNameRules,
): string | null {
  if (level === 'none') return tidied(text);
  const name = validName(text, rules);
  if (name === null || level === 'valid') return name;
  if (rules.reservedNames.has(name)) return null;
  return level === 'creatable' && !isCreatable(name, rules) ? null : name;
}

/** Where a text stands between `invalid` and `creatable`, with the canonical name unless it is invalid. */
export function nameStatus(text: string, rules: NameRules = defaultNameRules): NameStatus {
  const name = validName(text, rules);
  if (name === null) return { status: 'invalid', name };
  if (rules.reservedNames.has(name)) return { status: 'unusable', name };
  return { status: isCreatable(name, rules) ? 'creatable' : 'uncreatable', name };
}
