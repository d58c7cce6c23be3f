import { type Message, msg, num } from '../base/message.ts';
import { isLanguageCode } from './language-codes.ts';

/** What a preference takes. `free` = any text, `toggle` = any text, shown as a checkbox. */
type Rule =
  | { readonly kind: 'free' | 'toggle' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'language' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'text'; readonly max: number; readonly tooLong: string };

/** One preference: its default, and who may set it. */
interface Preference {
  readonly fallback: string | number | boolean;
  /** null: has a default that clients read, but cannot be set. */
  readonly rule: Rule | null;
}

/** Longest value, in bytes (MediaWiki's limit). */
export const PREFERENCE_BYTES = 65_530;
/** Longest key, in bytes. */
const KEY_BYTES = 255;

const free: Rule = { kind: 'free' };
const toggle: Rule = { kind: 'toggle' };
const choice = (...values: string[]): Rule => ({ kind: 'choice', values });
const number = (min: number, max: number, whole = true): Rule => ({ kind: 'number', min, max, whole });
const on = (rule: Rule | null = toggle): Preference => ({ fallback: 1, rule });
const off = (rule: Rule | null = toggle): Preference => ({ fallback: 0, rule });
const days = (max: number): Rule => number(1 / 24, max, false);

const VARIANTS = ['ban', 'en', 'crh', 'gan', 'iu', 'kk', 'ku', 'shi', 'sr', 'tg', 'uz', 'zh'];

/** The preferences of a MediaWiki 1.39 without extensions, with their defaults and in their order. */
const PREFERENCES: Readonly<Record<string, Preference>> = {
  ccmeonemails: off(),
  date: { fallback: 'default', rule: choice('default', 'mdy', 'dmy', 'ymd', 'ISO 8601') },
  diffonly: off(),
  disablemail: off(),
  editfont: { fallback: 'monospace', rule: choice('monospace', 'sans-serif', 'serif') },
  editondblclick: off(),
  editsectiononrightclick: off(),
  'email-allow-new-users': on(),
  enotifminoredits: off(null),
  enotifrevealaddr: off(null),
  enotifusertalkpages: on(null),
  enotifwatchlistpages: on(null),
  extendwatchlist: on(),
  fancysig: off(),
  forceeditsummary: off(),
  gender: { fallback: 'unknown', rule: choice('unknown', 'female', 'male') },
  hideminor: off(),
  hidepatrolled: off(null),
  hidecategorization: on(null),
  imagesize: { fallback: 2, rule: choice('0', '1', '2', '3', '4', '5') },
  minordefault: off(),
  newpageshidepatrolled: off(null),
  nickname: { fallback: '', rule: { kind: 'text', max: 255, tooLong: 'badsiglength' } },
  'pst-cssjs': on(),
  norollbackdiff: off(),
  previewonfirst: off(),
  previewontop: on(),
  rcdays: { fallback: 7, rule: days(90) },
  'rcenhancedfilters-disable': off(),
  rclimit: { fallback: 50, rule: number(1, 1000) },
  'search-match-redirect': { fallback: true, rule: toggle },
  'search-special-page': { fallback: 'Search', rule: free },
  searchlimit: { fallback: 20, rule: number(1, 500) },
  showhiddencats: off(),
  shownumberswatching: on(null),
  showrollbackconfirmation: off(null),
  skin: { fallback: 'vector', rule: choice('vector', 'vector-2022') },
  thumbsize: { fallback: 5, rule: choice('0', '1', '2', '3', '4', '5') },
  underline: { fallback: 2, rule: choice('0', '1', '2') },
  uselivepreview: off(),
  usenewrc: on(),
  watchcreations: on(),
  watchdefault: on(),
  watchdeletion: off(null),
  watchuploads: on(),
  watchlistdays: { fallback: 7, rule: days(90) },
  watchlisthideanons: off(),
  watchlisthidebots: off(),
  watchlisthideliu: off(),
  watchlisthideminor: off(),
  watchlisthideown: off(),
  watchlisthidepatrolled: off(null),
  watchlisthidecategorization: on(null),
  watchlistreloadautomatically: off(null),
  watchlistunwatchlinks: off(),
  watchmoves: off(),
  watchrollback: off(null),
  'wlenhancedfilters-disable': off(),
  wllimit: { fallback: 250, rule: number(1, 1000) },
  useeditwarning: on(),
  prefershttps: on(null),
  requireemail: off(null),
  'skin-responsive': on(),
  timecorrection: { fallback: 'System|0', rule: free },
  watchlisttoken: { fallback: '', rule: free },
};

/** Data of the account that looks like a preference but is changed elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set(['realname', 'emailaddress']);

/** Kinds of preferences, as `resetkinds` of `action=options` names them. */
export const PREFERENCE_KINDS = [
  'registered',
  'registered-multiselect',
  'registered-checkmatrix',
  'userjs',
  'special',
  'unused',
] as const;
export type PreferenceKind = (typeof PREFERENCE_KINDS)[number];

const SEARCH_NAMESPACES = Array.from({ length: 16 }, (_, ns) => `searchNs${ns}`);

/** Other texts mean the time of the server. */
const TIME_CORRECTION = /^(?:System\|-?\d+|Offset\|[+-]?\d+|ZoneInfo\|-?\d+\|[\w+/-]+)$/;

const ruleOf = (key: string): Rule | null => {
  if (key === 'language') return { kind: 'language' };
  if (SEARCH_NAMESPACES.includes(key)) return toggle;
  // `hasOwn`: a key such as `constructor` must not find what every object has.
  if (!Object.hasOwn(PREFERENCES, key))
    return /^variant-/.test(key) && VARIANTS.includes(key.slice(8)) && key !== 'variant-en' ? free : null;
  return PREFERENCES[key]?.rule ?? null;
};

/** What kind a preference is. */
export function preferenceKind(key: string): PreferenceKind {
  if (key.startsWith('userjs-')) return 'userjs';
  if (ELSEWHERE.has(key)) return 'special';
  return ruleOf(key) === null ? 'unused' : 'registered';
}

/** Defaults for everybody; `language` is the site's. */
export function defaultPreferences(language: string): Record<string, string | number | boolean> {
  const all: Record<string, string | number | boolean> = {};
  for (const [key, { fallback }] of Object.entries(PREFERENCES)) if (key !== 'watchlisttoken') all[key] = fallback;
  all.language = language;
  all.variant = language;
  for (const variant of VARIANTS) all[`variant-${variant}`] = variant;
  for (const key of SEARCH_NAMESPACES) all[key] = key === 'searchNs0' ? 1 : 0;
  return all;
}

/** The user's own values in front of the defaults. A stored `0` is shown as a number, like the defaults. */
export function effectivePreferences(
  own: Readonly<Record<string, string>>,
  language: string,
): Record<string, string | number | boolean> {
  const shown = Object.entries(own).map(([key, value]): [string, string | number] => [key, value === '0' ? 0 : value]);
  return { ...Object.fromEntries(shown), ...defaultPreferences(language), ...Object.fromEntries(shown) };
}

/** Whether a value is what everybody has who has chosen nothing. */
export function isDefaultPreference(key: string, value: string, language: string): boolean {
  const fallback = defaultPreferences(language)[key];
  if (fallback === undefined) return false;
  if (typeof fallback === 'boolean') return (value !== '' && value !== '0') === fallback;
  return String(fallback) === value || (key === 'timecorrection' && !TIME_CORRECTION.test(value));
}

function ruleProblem(rule: Rule, value: string): Message | null {
  switch (rule.kind) {
    case 'free':
    case 'toggle':
      return null;
    case 'choice':
      return rule.values.includes(value) ? null : msg('htmlform-select-badoption');
    case 'language':
      return isLanguageCode(value) ? null : msg('htmlform-select-badoption');
    case 'text':
      return [...value].length <= rule.max ? null : msg(rule.tooLong, rule.max);
    case 'number': {
      const clean = value.trim();
      if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(clean)) return msg('htmlform-float-invalid');
      if (rule.whole && !/^[+-]?\d+$/.test(clean)) return msg('htmlform-int-invalid');
      if (Number(clean) < rule.min) return msg('htmlform-int-toolow', rule.min);
      return Number(clean) > rule.max ? msg('htmlform-int-toohigh', rule.max) : null;
    }
  }
}

/** Preferences that nobody has where no mail is sent. */
const MAIL_PREFERENCES: ReadonlySet<string> = new Set(['ccmeonemails', 'disablemail', 'email-allow-new-users']);

/**
 * Why a preference cannot have this value (null = back to the default), or null when it can. `mail`: the site sends mail.
 */
export function preferenceProblem(key: string, value: string | null, mail: boolean): Message | null {
  const kind = preferenceKind(key);
  if (kind === 'special') return msg('apiwarn-validationfailed-cannotset');
  if (kind === 'userjs') {
    if (Buffer.byteLength(key) > KEY_BYTES) return msg('apiwarn-validationfailed-keytoolong', num(KEY_BYTES));
    if (/[^a-zA-Z0-9_-]/.test(key)) return msg('apiwarn-validationfailed-badchars');
  } else {
    const rule = mail || !MAIL_PREFERENCES.has(key) ? ruleOf(key) : null;
    if (rule === null) return msg('apiwarn-validationfailed-badpref');
    const problem = value === null ? null : ruleProblem(rule, value);
    if (problem) return problem;
  }
  if (value === null || Buffer.byteLength(value) <= PREFERENCE_BYTES) return null;
  return msg('apiwarn-validationfailed-valuetoolong', num(PREFERENCE_BYTES));
}
