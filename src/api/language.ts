/** Longest language code; MediaWiki takes any text without the characters of markup and addresses. */
const MAX_CODE = 64;

/** The language that `uselang` or `errorlang` asks for; `fallback` for unusable codes. */
export function languageOf(code: string, names: Readonly<Record<string, string>>, fallback: string): string {
  const known = Object.hasOwn(names, code) ? names[code] : undefined;
  if (known !== undefined) return known;
  const lower = code.toLowerCase();
  return lower === '' || lower.length > MAX_CODE || /[\s:/\\&<>'"\u0000-\u001f#[\]{}|]/.test(lower) ? fallback : lower;
}
