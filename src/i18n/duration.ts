/** Units in which a span of time is told, with their seconds; a year is the mean Gregorian one, as in MediaWiki. */
const UNITS = [
  ['years', 31_556_952],
  ['weeks', 604_800],
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

/** A unit of time: `duration-` and its name are a message key. */
export type DurationUnit = (typeof UNITS)[number][0];

/** Splits seconds into units, largest first; `[['seconds', 0]]` for nothing. */
export function splitDuration(seconds: number): (readonly [DurationUnit, number])[] {
  let rest = Math.max(0, Math.round(seconds));
  const parts: [DurationUnit, number][] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push([unit, count]);
  }
  return parts.length > 0 ? parts : [['seconds', 0]];
}
