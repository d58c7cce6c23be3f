/**
 * Reads addresses into 32 lower-case hex digits, the form in which addresses of both families compare and sort as text.
 *
 * The grammar is MediaWiki's: octets of one to three digits (leading zeros are decimal), `::` for one zero group or more.
 */

const MAPPED = '00000000000000000000ffff';

/** The 8 hex digits of a dotted quad between two offsets, or null. */
function quadHex(text: string, from: number, to: number): string | null {
  let value = 0;
  let octet = 0;
  let digits = 0;
  let dots = 0;
  for (let i = from; i <= to; i++) {
    const c = i === to ? 46 : text.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      octet = octet * 10 + c - 48;
      if (++digits > 3 || octet > 255) return null;
    } else if (c === 46) {
      if (digits === 0 || ++dots > 4) return null;
      value = value * 256 + octet;
      octet = 0;
      digits = 0;
    } else return null;
  }
  return dots === 4 ? value.toString(16).padStart(8, '0') : null;
}

/** Groups of one to four hex digits as padded hex; `''` for no groups, null when malformed. */
function groupsHex(text: string): string | null {
  if (text === '') return '';
  let hex = '';
  for (const group of text.split(':')) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null;
    hex += group.padStart(4, '0');
  }
  return hex;
}

function v6Hex(text: string): string | null {
  const gap = text.indexOf('::');
  if (gap < 0) {
    const hex = groupsHex(text);
    return hex !== null && hex.length === 32 ? hex.toLowerCase() : null;
  }
  const head = groupsHex(text.slice(0, gap));
  const tail = groupsHex(text.slice(gap + 2));
  if (head === null || tail === null || head.length + tail.length > 28) return null;
  return (head + '0'.repeat(32 - head.length - tail.length) + tail).toLowerCase();
}

/** 32 hex digits of a plain IPv4 or IPv6 address (IPv4 mapped to `::ffff:a.b.c.d`), or null. No dotted tail, no zone. */
export function strictHex(text: string): string | null {
  if (text.length > 39 || text.length < 2) return null;
  if (text.includes(':')) return v6Hex(text);
  const quad = quadHex(text, 0, text.length);
  return quad === null ? null : MAPPED + quad;
}

/** As {@link strictHex}, and also `fe80::1%eth0` (the zone is dropped) and `::ffff:1.2.3.4`, as sockets report them. */
export function lenientHex(text: string): string | null {
  const zone = text.indexOf('%');
  const plain = zone < 0 ? text : text.slice(0, zone);
  const dot = plain.indexOf('.');
  const colon = plain.lastIndexOf(':');
  if (dot < 0 || colon < 0) return strictHex(plain);
  const quad = quadHex(plain, colon + 1, plain.length);
  return quad && strictHex(`${plain.slice(0, colon + 1)}${quad.slice(0, 4)}:${quad.slice(4)}`);
}

/** Whether hex digits stand for an IPv4 address. */
export const isMappedHex = (hex: string): boolean => hex.startsWith(MAPPED);

/** The display form of 32 hex digits: dotted quad, or MediaWiki's upper-case groups without leading zeros or `::`. */
export function formatHex(hex: string): string {
  if (isMappedHex(hex)) {
    const value = Number.parseInt(hex.slice(24), 16);
    return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
  }
  let out = '';
  for (let i = 0; i < 32; i += 4) {
    out += (i ? ':' : '') + Number.parseInt(hex.slice(i, i + 4), 16).toString(16);
  }
  return out.toUpperCase();
}
