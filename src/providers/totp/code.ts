import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
const DIGITS = 6;
/** How many steps a clock may be off, either way (MediaWiki 1.39). */
const RADIUS = 4;

/** The time step that a moment (milliseconds) is in. RFC 6238 §4. */
export const stepAt = (now: number): number => Math.floor(now / STEP_MS);

/** The six digits of a time step: RFC 6238 over RFC 4226, SHA-1. */
export function codeOf(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac[mac.length - 1] as number) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/**
 * The earliest step after `lastStep`, of those that a clock off by up to two minutes would show, whose code this is; null
 * when there is none. White space of ASCII does not count. The work is the same whatever the code.
 */
export function matchingStep(key: Uint8Array, code: string, now: number, lastStep: number): number | null {
  const given = Buffer.from(code.replace(/[ \t\n\r\v\f]/g, ''));
  const current = stepAt(now);
  let found: number | null = null;
  for (let step = current + RADIUS; step >= current - RADIUS; step--) {
    const wanted = Buffer.from(codeOf(key, Math.max(0, step)));
    const matches = given.length === wanted.length && timingSafeEqual(given, wanted);
    if (matches && step > lastStep) found = step;
  }
  return found;
}
