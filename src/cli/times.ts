import { parseExpiry } from '../base/time.ts';
import { UsageError } from './errors.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * A time in milliseconds from what an operator writes: `now`, a span from `from` such as `2h`, `30m`, `1d12h` or
 * `2 days`, or an ISO 8601 time. Throws `UsageError` for anything else.
 */
export function parseTime(flag: string, text: string, from: number): number {
  if (text === 'now') return from;
  if (/^\+?(?:\d+[smhdw])+$/.test(text)) {
    const parts = text.matchAll(/(\d+)([smhdw])/g);
    return from + [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
  }
  const time = /^\d{1,3}$/.test(text) ? null : parseExpiry(text, from);
  if (typeof time !== 'number') {
    throw new UsageError(`--${flag} takes a time such as 2026-05-01T09:00:00Z, or a span such as 2h or 3d`);
  }
  return time;
}
