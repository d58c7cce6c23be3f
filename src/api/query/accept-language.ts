/** One language of an `Accept-Language` header. */
export interface AcceptedLanguage {
  /** Lower case, or `*`. */
  readonly code: string;
  readonly q: number;
}

/** A language or `*`, and a quality from 0 to 1. What stands between such parts is passed over, as MediaWiki does. */
const PART = /([a-z]{1,8}(?:-[a-z]{1,8})*|\*)\s*(?:;\s*q\s*=\s*(1(?:\.0{0,3})?|0(?:\.\d{0,3})?)?)?/g;

/** The languages of an `Accept-Language` header, most wanted first; those with quality 0 are left out. */
export function acceptedLanguages(header: string | undefined): AcceptedLanguage[] {
  const found = new Map<string, number>();
  for (const [, code = '', quality] of (header ?? '').slice(0, 2000).toLowerCase().matchAll(PART)) {
    const q = quality === undefined ? 1 : Number(quality);
    if (q > 0) found.set(code, q);
  }
  return [...found].map(([code, q]) => ({ code, q })).sort((a, b) => b.q - a.q);
}
