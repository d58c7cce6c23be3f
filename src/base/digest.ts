import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256 as 64 lower-case hex digits. Text counts as UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** HMAC-SHA-256 as 64 lower-case hex digits. Text counts as UTF-8. */
export const hmacSha256Hex = (key: string | Uint8Array, text: string | Uint8Array): string =>
  createHmac('sha256', key).update(text).digest('hex');

/** Whether two texts are equal, in time that does not tell where they differ. Their lengths are no secret. */
export function equalConstantTime(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
