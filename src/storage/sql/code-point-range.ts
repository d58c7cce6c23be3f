/**
 * The first text in code-point order that is behind all texts with this prefix, or null when there is none. A range is
 * exact, case-sensitive and served by an index everywhere; `LIKE` is neither in SQLite and needs escapes.
 */
export const afterPrefix = (prefix: string): string | null => {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.length > 0) {
    const last = points.pop() ?? 0;
    if (last >= 0x10ffff) continue;
    // Surrogates are no characters; the next one is behind their block.
    const next = last + 1 >= 0xd800 && last + 1 <= 0xdfff ? 0xe000 : last + 1;
    return String.fromCodePoint(...points, next);
  }
  return null;
};
