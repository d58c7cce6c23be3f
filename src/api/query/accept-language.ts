/** One language of an `Accept-Language` header. */
export interface AcceptedLanguage {
  /** Lower case, or `*`. */
  readonly code: string;
  readonly q: number;
}

/** The languages of an `Accept-Language` header, most wanted first; those with quality 0 and malformed ones are left out. */
export function acceptedLanguages(header: string | undefined): AcceptedLanguage[] {
  const found = new Map<string, number>();
  for (const part of (header ?? '').slice(0, 2000).split(',')) {
    const match =
      /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q\s*=\s*(1(?:\.0{0,3})?|0(?:\.\d{0,3})?)\s*)?$/i.exec(part);
    if (!match?.[1]) continue;
    const q = match[2] === undefined ? 1 : Number(match[2]);
    if (q > 0) found.set(match[1].toLowerCase(), q);
  }
  return [...found].map(([code, q]) => ({ code, q })).sort((a, b) => b.q - a.q);
}
