import { randomBytes } from 'node:crypto';

const BASE32_HEX = '0123456789abcdefghijklmnopqrstuv';

/** `bytes` bytes from the system's secure generator as `2 × bytes` lower-case hex digits. */
export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** `chars` characters of `[0-9a-v]`, each with five bits from the secure generator (32 divides 256: no bias). */
export function randomBase32Hex(chars: number): string {
  let out = '';
  for (const byte of randomBytes(chars)) out += BASE32_HEX[byte & 31];
  return out;
}
