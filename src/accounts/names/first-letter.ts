/**
 * Upper-cases the first character with Unicode's full mapping (`ß` → `SS`, `ǆ` → `Ǆ`), as MediaWiki's content language
 * does. Does not normalise afterwards.
 */
export function upperFirst(text: string): string {
  const code = text.charCodeAt(0);
  if (code < 97) return text;
  if (code < 128) return code <= 122 ? String.fromCharCode(code - 32) + text.slice(1) : text;
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0xfffd);
  return text === '' ? text : first.toUpperCase() + text.slice(first.length);
}
