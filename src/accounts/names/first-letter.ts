/** Capitals younger than Unicode 14, the version of MediaWiki 1.39 on PHP 8.2. */
const YOUNG = /[\u1c89\ua7cb\ua7cc\ua7ce\ua7d2\ua7d4\ua7da\ua7dc\u{10d50}-\u{10d65}\u{16ea0}-\u{16eb8}]/u;

/**
 * Upper-cases the first character with Unicode's full mapping (`ß` → `SS`, `ǆ` → `Ǆ`), as MediaWiki's content language
 * does. Does not normalise afterwards. Letters whose capital came after Unicode 14 stay, so that an account keeps its
 * name when the runtime learns a newer Unicode.
 */
export function upperFirst(text: string): string {
  const code = text.charCodeAt(0);
  if (code < 97 || text === '') return text;
  if (code < 128) return code <= 122 ? String.fromCharCode(code - 32) + text.slice(1) : text;
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0xfffd);
  const capital = first.toUpperCase();
  return YOUNG.test(capital) ? text : capital + text.slice(first.length);
}
