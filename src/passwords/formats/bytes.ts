import { timingSafeEqual } from 'node:crypto';

/** Whether two texts are equal, in a time that depends on their lengths alone. */
export function equalText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The bytes of padded standard Base64; null when the text is not exactly that. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/** Base64 without padding, as argon2 strings carry it. */
export const toBareBase64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** A whole number written in plain decimal digits, at most `maxDigits` of them; null for anything else. */
export function wholeNumber(text: string | undefined, maxDigits = 10): number | null {
  return text !== undefined && text.length <= maxDigits && /^\d+$/.test(text) ? Number(text) : null;
}
