import type { ParamText } from '../api/request.ts';
import { cleanInput, decodeBytes, type InvalidUtf8 } from '../base/utf8.ts';

/** Parameters of one request; further ones are not read, so that a request cannot fill the memory with names. */
export const MAX_PARAMETERS = 1000;

const PLAIN = /^[\x20-\x24\x26-\x2a\x2c-\x7e]*$/;

/** Bytes of a text in which each character is one byte and `%XX` and `+` stand for others. */
function percentBytes(raw: string): Buffer {
  const bytes = Buffer.allocUnsafe(raw.length);
  let length = 0;
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charCodeAt(i);
    if (c === 0x2b) bytes[length++] = 0x20;
    else if (c === 0x25 && /^[0-9A-Fa-f]{2}$/.test(raw.slice(i + 1, i + 3))) {
      bytes[length++] = Number.parseInt(raw.slice(i + 1, i + 3), 16);
      i += 2;
    } else bytes[length++] = c;
  }
  return bytes.subarray(0, length);
}

/** Text of bytes and whether cleaning changed it. */
export function paramText(bytes: Uint8Array, invalid: InvalidUtf8): ParamText {
  const text = decodeBytes(bytes, invalid);
  // A leading U+001F separates the values of a list: each of them is cleaned on its own.
  const value = text.startsWith('\u001f') ? text.split('\u001f').map(cleanInput).join('\u001f') : cleanInput(text);
  const changed = value !== text || (text !== '' && Buffer.compare(Buffer.from(text, 'utf8'), bytes) !== 0);
  return { value, changed };
}

function decodeValue(raw: string, invalid: InvalidUtf8): ParamText {
  return PLAIN.test(raw) ? { value: raw, changed: false } : paramText(percentBytes(raw), invalid);
}

/** A parameter's name by PHP's rules: the name, and whether `[…]` made it an array. Null: no parameter at all. */
export function paramName(written: string): { name: string; array: boolean } | null {
  if (/^[A-Za-z0-9_-]+$/.test(written)) return { name: written, array: false };
  const nul = written.indexOf('\0');
  const text = (nul < 0 ? written : written.slice(0, nul)).replace(/^ +/, '');
  const bracket = text.indexOf('[');
  const head = (bracket < 0 ? text : text.slice(0, bracket)).replace(/[ .]/g, '_');
  if (head === '') return null;
  if (bracket < 0) return { name: head, array: false };
  if (text.indexOf(']', bracket) > 0) return { name: head, array: true };
  return { name: `${head}_${text.slice(bracket + 1).replace(/[ .[]/g, '_')}`, array: false };
}

/** Puts a parameter into a map; the last one of a name wins. */
export function putParam(params: Map<string, ParamText>, written: string, value: () => ParamText): void {
  const name = paramName(written);
  if (name) params.set(name.name, name.array ? { value: null, changed: false } : value());
}

/** Texts in which nothing has a meaning but `&` and `=`: most requests of programs. */
const SIMPLE = /^[A-Za-z0-9_&=|!~:@,;/-]*$/;

/**
 * Reads a query string or an urlencoded body as PHP does, since that is what MediaWiki's clients are used to: the last
 * one wins, `name[…]` is an array and reads as absent, `.` and space in names are `_`, `+` is a space, a `%` without
 * two digits stays. Each character of `text` is one byte.
 */
export function parseForm(text: string, invalid: InvalidUtf8): Map<string, ParamText> {
  const params = new Map<string, ParamText>();
  const simple = SIMPLE.test(text);
  let from = 0;
  for (let read = 0; from < text.length && read < MAX_PARAMETERS; ) {
    let to = text.indexOf('&', from);
    if (to < 0) to = text.length;
    if (to > from) {
      read++;
      const equals = text.indexOf('=', from);
      const cut = equals < 0 || equals > to ? to : equals;
      const written = text.slice(from, cut);
      if (simple && written !== '') {
        params.set(written, { value: text.slice(Math.min(cut + 1, to), to), changed: false });
        from = to + 1;
        continue;
      }
      const name = PLAIN.test(written) ? written : decodeBytes(percentBytes(written), 'replace');
      const raw = text.slice(Math.min(cut + 1, to), to);
      putParam(params, name, () => decodeValue(raw, invalid));
    }
    from = to + 1;
  }
  return params;
}
