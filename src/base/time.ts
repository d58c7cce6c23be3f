export { parseExpiry } from './parse-expiry.ts';
export { parseTimestamp } from './parse-timestamp.ts';

/** `YYYY-MM-DDTHH:MM:SSZ`, the form of times on the wire. Cuts fractions of a second; throws `RangeError` on NaN or Infinity. */
export const isoTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, -5)}Z`;

/** `YYYYMMDDHHMMSS` in UTC, the form of times in MediaWiki's database. */
export const timestamp14 = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/\D/g, '');

const SPAN_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/**
 * Milliseconds of a span as configuration writes it: numbers with `ms`, `s`, `m`, `h`, `d` or `w`, largest first or in
 * any order (`30m`, `2h`, `1h30m`, `1.5d`). Null when the text is none; a number without a unit is none.
 */
export function parseSpan(text: string): number | null {
  const compact = text.replace(/\s+/g, '');
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))+$/.test(compact)) return null;
  let total = 0;
  for (const [, count, unit = ''] of compact.matchAll(/([\d.]+)(ms|[smhdw])/g)) {
    total += Number(count) * (SPAN_MS[unit] ?? 0);
  }
  return Math.round(total);
}
