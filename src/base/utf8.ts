/** How bytes that are no UTF-8 are read: MediaWiki takes Windows-1252 in the address, U+FFFD in a body. */
export type InvalidUtf8 = 'windows-1252' | 'replace';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The characters for 0x80–0x9F in Windows-1252; a space marks the five bytes without one. */
const CP1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Number of bytes of a text in UTF-8. */
export const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8');

function fromWindows1252(bytes: Uint8Array): string {
  let out = '';
  for (const byte of bytes) {
    if (byte < 0x80 || byte > 0x9f) out += String.fromCharCode(byte);
    else out += (CP1252[byte - 0x80] ?? '').trim();
  }
  return out;
}

/** How many continuation bytes a lead byte announces, counting the long forms that Unicode gave up. */
function announced(lead: number): number {
  if (lead < 0xc0 || lead >= 0xfe) return 0;
  return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf8 ? 3 : lead < 0xfc ? 4 : 5;
}

/** Reads UTF-8 and puts one U+FFFD for each whole sequence that is cut short, overlong, a surrogate or out of range. */
function withReplacements(bytes: Uint8Array): string {
  let out = '';
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const wanted = announced(bytes[at++] ?? 0);
    while (at - start <= wanted && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
    try {
      out += strict.decode(bytes.subarray(start, at));
    } catch {
      out += '\ufffd';
    }
  }
  return out;
}

/**
 * Text of bytes: UTF-8 (a byte order mark stays), and if that fails what `invalid` says. Behaviour of MediaWiki 1.39:
 * in the address the whole value is Windows-1252 and undefined bytes vanish; in a body each broken sequence is U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array, invalid: InvalidUtf8 = 'windows-1252'): string {
  try {
    return strict.decode(bytes);
  } catch {
    return invalid === 'replace' ? withReplacements(bytes) : fromWindows1252(bytes);
  }
}

/**
 * Cleans one input value as MediaWiki does: Unicode NFC; control characters other than tab, LF and CR, the
 * noncharacters U+FFFE and U+FFFF, and lone surrogates become U+FFFD. Line ends stay.
 *
 * The value changed (and deserves the `badutf8` warning) exactly when the result differs from `text`.
 */
export function cleanInput(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd').normalize('NFC');
}

/** {@link cleanInput} for a form field of a page: CR LF becomes LF as well, since browsers send that for line ends. */
export const cleanFormText = (text: string): string => cleanInput(text).replaceAll('\r\n', '\n');
