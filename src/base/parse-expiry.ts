import { parseTimestamp } from './parse-timestamp.ts';

const UNITS: Readonly<Record<string, number>> = {
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  fortnight: 1_209_600_000,
};

const STEP =
  /^\s*(?:(?<count>[+-]?\s*\d{1,9})\s*|(?<word>next|last|previous|this)\s+)(?<unit>sec|second|min|minute|hour|day|week|fortnight|month|year)s?\b(?<ago>\s+ago\b)?[\s,]*/i;

const WORDS: Readonly<Record<string, number>> = { next: 1, last: -1, previous: -1, this: 0 };

/** Midnight in UTC of the day that lies `days` after `now`. */
const midnight = (now: number, days: number): number => (Math.floor(now / 86_400_000) + days) * 86_400_000;

/** Calendar months roll over as in PHP: 31 January and one month is 2 or 3 March. */
function addMonths(ms: number, months: number): number {
  const date = new Date(ms);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.getTime();
}

/** Monday of the same week, at the same time of day. */
const monday = (ms: number): number => ms - ((new Date(ms).getUTCDay() + 6) % 7) * 86_400_000;

/**
 * Adds spans such as `1 week 2 hours` to a time; null when anything else is in the text. As in PHP, months count first,
 * `ago` turns round all that stands before it, and `next week` starts on its Monday.
 */
function addSpans(text: string, from: number): number | null {
  let rest = text;
  let months = 0;
  let ms = 0;
  let byWeek = false;
  while (rest !== '') {
    const match = STEP.exec(rest);
    const { count, word = '', unit = '', ago } = match?.groups ?? {};
    if (!match) return null;
    const amount = count === undefined ? (WORDS[word.toLowerCase()] ?? 0) : Number(count.replace(/\s/g, ''));
    const name = unit.toLowerCase();
    if (name === 'month') months += amount;
    else if (name === 'year') months += amount * 12;
    else ms += amount * (UNITS[name] ?? 0);
    byWeek ||= count === undefined && name === 'week';
    if (ago) [months, ms] = [-months, -ms];
    rest = rest.slice(match[0].length);
  }
  const at = (months === 0 ? from : addMonths(from, months)) + ms;
  return Number.isNaN(at) ? null : byWeek ? monday(at) : at;
}

function absolute(text: string, now: number): number | null {
  const date = /^(\d{4})[-/]?(\d\d)[-/]?(\d\d)$/.exec(text);
  if (date) return parseTimestamp(`${date[1]}-${date[2]}-${date[3]}T00:00:00Z`, now);
  const minutes = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (minutes) return parseTimestamp(`${minutes[1]}T${minutes[2]}:00${minutes[3] ?? 'Z'}`, now);
  if (/^@-?\d{1,11}$/.test(text)) return Number(text.slice(1)) * 1000;
  if (/^\d{1,13}(?:\.\d+)?$/.test(text)) return null;
  const year = text.replace(/^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})$/, '$1 $2 $3 00:00:00');
  const ms = parseTimestamp(year, now);
  return ms === null ? null : Math.floor(ms / 1000) * 1000;
}

/**
 * When something ends: milliseconds, `'infinite'` for `infinite`, `indefinite`, `infinity` or `never`, null when the
 * text is none. Takes timestamps with year, month and day (not bare Unix seconds: write `@1893456000`), `tomorrow`,
 * `midnight`, and spans from `now` such as `1 week`, `+2 hours 30 minutes`, `next month`, `3 days ago`.
 *
 * Covers what people and clients send of PHP's `strtotime`, which MediaWiki uses; whether a time has passed is the
 * caller's question.
 */
export function parseExpiry(text: string, now: number): number | 'infinite' | null {
  if (['infinite', 'indefinite', 'infinity', 'never'].includes(text)) return 'infinite';
  const trimmed = text.trim();
  const from = Math.floor(now / 1000) * 1000;
  const day = /^(now|today|midnight|tomorrow|yesterday|noon)\b\s*(noon\b\s*)?(.*)$/i.exec(trimmed);
  if (day) {
    const word = (day[1] ?? '').toLowerCase();
    const days = word === 'tomorrow' ? 1 : word === 'yesterday' ? -1 : 0;
    const base = word === 'now' ? from : midnight(from, days) + (word === 'noon' || day[2] ? 43_200_000 : 0);
    return addSpans(day[3] ?? '', base);
  }
  return trimmed === '' ? null : (addSpans(trimmed, from) ?? absolute(trimmed, now));
}
