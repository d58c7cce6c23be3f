const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const DAYS = 'SunMonTueWedThuFriSat';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hours that a zone lies ahead of UTC, for the names that occur in mail and HTTP dates. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/** The forms of MediaWiki's timestamp library, in its order; groups: year, month, day, hour, minute, second, fraction, zone. */
const TIME = '(?<H>\\d{2}):(?<i>\\d{2}):(?<s>\\d{2})';
const OFFSET = '(?<O>Z|[+-]\\d{2}(?::?\\d{2})?)?';
const FORMS: readonly RegExp[] = [
  /^(?<Y>\d{4})(?<m>\d\d)(?<d>\d\d)(?<H>\d\d)(?<i>\d\d)(?<s>\d\d)$/,
  new RegExp(`^(?<Y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})[T ]${TIME}(?:[.,](?<u>\\d{1,6}))?${OFFSET}$`),
  new RegExp(
    `^(?<Y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)T(?<H>\\d\\d)(?<i>\\d\\d)(?<s>\\d\\d)(?:[.,](?<u>\\d{1,6}))?${OFFSET}$`,
  ),
  /^(?<U>-?\d{1,13})(?:\.(?<u>\d{1,6}))?$/,
  new RegExp(`^(?<d>\\d{2})-(?<m>\\d{2})-(?<Y>\\d{4}) ${TIME}\\.(?<u>\\d{6})$`),
  new RegExp(`^(?<Y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d) ${TIME}(?:\\.(?<u>\\d{1,6}))?(?:(?<O> \\d\\d)| GMT)$`),
  new RegExp(`^(?<Y>\\d{4}):(?<m>\\d\\d):(?<d>\\d\\d) ${TIME}$`),
  new RegExp(
    '^[ \\t\\r\\n]*(?:(?<D>[A-Z][a-z]{2}),[ \\t\\r\\n]*)?(?<d>\\d\\d?)[ \\t\\r\\n]+(?<M>[A-Z][a-z]{2})[ \\t\\r\\n]+(?<r>\\d{2,4})' +
      '[ \\t\\r\\n]+(?<H>\\d\\d)[ \\t\\r\\n]*:[ \\t\\r\\n]*(?<i>\\d\\d)[ \\t\\r\\n]*:[ \\t\\r\\n]*(?<s>\\d\\d)' +
      '(?:[ \\t\\r\\n]+(?<O>[+-]\\d{4}|UT|GMT|[ECMP][SD]T|[A-IK-Za-ik-z]))?(?:[ \\t\\r\\n]*;.*|)$',
    's',
  ),
  new RegExp(
    `^(?<D>[A-Z][a-z]{5,8}), (?<d>\\d\\d)-(?<M>[A-Z][a-z]{2})-(?<y>\\d{2}) ${TIME}(?: (?<O>[+-]\\d{2}(?::?\\d{2})?|[A-Z]{1,5}))?$`,
  ),
  new RegExp(`^(?<D>[A-Z][a-z]{2}) (?<M>[A-Z][a-z]{2}) +(?<d>\\d{1,2}) ${TIME} (?<Y>\\d{4})\\s*$`),
];

function offsetMs(zone: string): number | null {
  if (/^[A-Za-z]$/.test(zone)) return 0;
  const named = ZONES[zone];
  if (named !== undefined) return named * HOUR;
  const [, sign, hours, minutes = '0'] = /^([+ -])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return hours === undefined ? null : (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60_000);
}

/** Two-digit years: mail counts from 1950 to 2049, HTTP's old form takes the century that ends 50 years from now. */
function fullYear(groups: Readonly<Record<string, string | undefined>>, now: number): number {
  if (groups.Y !== undefined) return Number(groups.Y);
  if (groups.r !== undefined) {
    const year = Number(groups.r);
    return year < 1000 ? year + (year < 50 ? 2000 : 1900) : year;
  }
  const pivot = new Date(now).getUTCFullYear() + 50;
  const year = pivot - (pivot % 100) + Number(groups.y);
  return year > pivot ? year - 100 : year;
}

function fromGroups(groups: Readonly<Record<string, string | undefined>>, now: number): number | null {
  const fraction = Math.floor(Number(`0.${groups.u ?? 0}`) * 1000);
  if (groups.U !== undefined) return Number(groups.U) * 1000 + (groups.U.startsWith('-') ? -fraction : fraction);
  const month = groups.M === undefined ? Number(groups.m) - 1 : MONTHS.indexOf(groups.M) / 3;
  const zone = offsetMs(groups.O ?? 'Z');
  const [day, hour, minute, second] = [Number(groups.d), Number(groups.H), Number(groups.i), Number(groups.s)];
  if (!Number.isInteger(month) || (groups.M !== undefined && month < 0) || zone === null) return null;
  const date = new Date(0);
  date.setUTCFullYear(fullYear(groups, now), month, day);
  date.setUTCHours(hour, minute, second, fraction);
  const weekday = groups.D === undefined ? -1 : DAYS.indexOf(groups.D.slice(0, 3)) / 3;
  if (groups.D !== undefined && !(Number.isInteger(weekday) && weekday >= 0)) return null;
  const ahead = weekday < 0 ? 0 : (weekday - date.getUTCDay() + 7) % 7;
  return date.getTime() + ahead * DAY - zone;
}

/**
 * Milliseconds of a timestamp in any form that MediaWiki's API takes (`ConvertibleTimestamp`): ISO 8601 with `-` or
 * basic, 14 digits, Unix seconds with or without a fraction, PostgreSQL, Oracle, EXIF, RFC 2822, RFC 850, asctime, and
 * `now`. The empty text and `0` mean now as well (callers warn with `unclearnowtimestamp`). Without a zone: UTC.
 * Parts beyond their range carry over, as there (month 13 is January of the next year).
 * Null when malformed or outside the years 0 to 9999. A date of mail whose weekday is wrong moves on to that weekday.
 */
export function parseTimestamp(text: string, now: number): number | null {
  if (text === 'now' || text === '' || text === '0') return now;
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const ms = fromGroups(groups, now);
    return ms === null || ms < -62_167_219_200_000 || ms >= 253_402_300_800_000 ? null : ms;
  }
  return null;
}
