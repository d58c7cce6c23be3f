import { formatHex, isMappedHex, lenientHex, strictHex } from './ip-parse.ts';

/** Inclusive bounds of a range, each 32 lower-case hex digits (IPv4 as `::ffff:a.b.c.d`); they compare as text. */
export interface RangeBounds {
  readonly start: string;
  readonly end: string;
}

/** Whether the text is one IPv4 or IPv6 address, by MediaWiki's grammar: no range, no zone, no dotted tail on IPv6. */
export const isIp = (text: string): boolean => strictHex(text) !== null;

/** Whether the text is a range: an address with a prefix length (`10.0.0.0/8`) or two addresses (`1.2.3.4-1.2.3.9`). */
export const isRange = (text: string): boolean => /[/-]/.test(text) && rangeBounds(text) !== null;

/**
 * 32 lower-case hex digits of an address, IPv4 mapped to `::ffff:a.b.c.d`; null when it is none.
 * Takes also what sockets report: `::ffff:1.2.3.4` and a zone such as `%eth0`.
 */
export const ipToHex = (ip: string): string | null => lenientHex(ip);

/** The address for 32 hex digits, in MediaWiki's display form (see {@link normaliseIp}). */
export const hexToIp = (hex: string): string => formatHex(hex);

/**
 * The one spelling of an address: dotted quad without leading zeros (also for `::ffff:1.2.3.4`), or eight upper-case
 * groups without leading zeros and without `::`, as MediaWiki shows IPv6. Null when the text is no address.
 */
export function normaliseIp(ip: string): string | null {
  const hex = lenientHex(ip);
  return hex === null ? null : formatHex(hex);
}

/**
 * MediaWiki's sanitised form (`IPUtils::sanitizeIP`) of an address or of an address with a prefix length, whose host
 * bits stay. Any other text comes back without ASCII space around it.
 */
export function sanitiseIp(text: string): string {
  const trimmed = text.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '');
  const [address = '', prefix] = trimmed.split('/', 2);
  const hex = strictHex(address);
  if (hex === null || (prefix !== undefined && prefixLength(trimmed, hex) === null)) return trimmed;
  return prefix === undefined ? formatHex(hex) : `${formatHex(hex)}/${prefix}`;
}

/** The prefix length behind the slash counted in 128 bits, or null when it is malformed or too long. */
function prefixLength(cidr: string, hex: string): number | null {
  const digits = cidr.slice(cidr.indexOf('/') + 1);
  if (!/^(0|[1-9]\d{0,2})$/.test(digits)) return null;
  const written = Number(digits);
  const v4 = isMappedHex(hex) && !cidr.includes(':');
  return written > (v4 ? 32 : 128) ? null : v4 ? written + 96 : written;
}

/** Keeps the first `bits` bits and sets the others to zeros or ones. */
function fill(hex: string, bits: number, ones: boolean): string {
  const whole = bits >> 2;
  const rest = ones ? 'f' : '0';
  if (bits === 128) return hex;
  const mask = 15 >> (bits & 3);
  const digit = Number.parseInt(hex[whole] ?? '0', 16);
  const middle = (ones ? digit | mask : digit & ~mask).toString(16);
  return hex.slice(0, whole) + middle + rest.repeat(31 - whole);
}

/**
 * Bounds of a range or single address; null when the text is neither, when the families differ or when the
 * start lies behind the end. Host bits of `1.2.3.4/24` do not matter.
 */
export function rangeBounds(range: string): RangeBounds | null {
  const slash = range.indexOf('/');
  if (slash >= 0) {
    const hex = strictHex(range.slice(0, slash));
    const bits = hex === null ? null : prefixLength(range, hex);
    return hex === null || bits === null ? null : { start: fill(hex, bits, false), end: fill(hex, bits, true) };
  }
  const dash = range.indexOf('-');
  if (dash < 0) {
    const hex = lenientHex(range);
    return hex === null ? null : { start: hex, end: hex };
  }
  const start = strictHex(range.slice(0, dash).replace(/ $/, ''));
  const end = strictHex(range.slice(dash + 1).replace(/^ /, ''));
  return start === null || end === null || start > end || isMappedHex(start) !== isMappedHex(end)
    ? null
    : { start, end };
}

/** An IPv6 range that swallows the mapped block (`::/0`) speaks of IPv6 only. */
const covers = (bounds: RangeBounds, hex: string): boolean =>
  hex >= bounds.start && hex <= bounds.end && (!isMappedHex(hex) || isMappedHex(bounds.start));

/** Whether an address lies in a range (or equals a single address). False when either is malformed. */
export function inRange(ip: string, range: string): boolean {
  const hex = lenientHex(ip);
  const bounds = hex === null ? null : rangeBounds(range);
  return hex !== null && bounds !== null && covers(bounds, hex);
}

/** Prepares a list of ranges for many look-ups. Throws `RangeError` naming the first malformed entry. */
export function rangeMatcher(ranges: readonly string[]): (ip: string) => boolean {
  const all = ranges.map((range) => {
    const bounds = rangeBounds(range.trim());
    if (!bounds) throw new RangeError(`not an address or range: ${range}`);
    return bounds;
  });
  return (ip) => {
    const hex = lenientHex(ip);
    return hex !== null && all.some((bounds) => covers(bounds, hex));
  };
}

/**
 * What a throttle counts by: an IPv4 address itself, an IPv6 address by its /64 because one subscriber holds all of it.
 * Text that is no address stays as it is.
 */
export function throttleKey(ip: string): string {
  const hex = lenientHex(ip);
  if (hex === null) return ip;
  return isMappedHex(hex) ? formatHex(hex) : `${formatHex(fill(hex, 64, false))}/64`;
}

/** Whether an address is 127.0.0.0/8 or ::1. */
export function isLoopback(ip: string): boolean {
  const hex = lenientHex(ip);
  return hex !== null && (hex === '00000000000000000000000000000001' || (isMappedHex(hex) && hex.startsWith('7f', 24)));
}
