import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Services } from '../../auth/services.ts';

const NONCE = 16;
const TIME = 6;
const MAC = 16;

/** How long an answer to a challenge is taken. */
export const CHALLENGE_TTL_MS = 10 * 60_000;

const mac = (secret: string, purpose: string, body: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`webauthn:${purpose}:`).update(body).digest().subarray(0, MAC);

/**
 * A challenge in base64url that says itself when and what for it was made, under the server secret: the form on the
 * sign-in page costs no write, so a flood of visitors fills nothing.
 *
 * @param purpose what the answer will be taken for, and whose
 */
export function newChallenge({ secrets }: Pick<Services, 'secrets'>, purpose: string, now: number): string {
  const body = Buffer.alloc(NONCE + TIME);
  randomBytes(NONCE).copy(body);
  body.writeUIntBE(now, NONCE, TIME);
  return Buffer.concat([body, mac(secrets[0] as string, purpose, body)]).toString('base64url');
}

/** Whether a challenge is ours, for this purpose, in time, and was not taken before. Takes it. */
export async function takeChallenge(
  { secrets, volatile }: Pick<Services, 'secrets' | 'volatile'>,
  purpose: string,
  challenge: string,
  now: number,
): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url');
  if (bytes.length !== NONCE + TIME + MAC || bytes.toString('base64url') !== challenge) return false;
  const body = bytes.subarray(0, NONCE + TIME);
  const own = secrets.some((secret) => timingSafeEqual(mac(secret, purpose, body), bytes.subarray(NONCE + TIME)));
  const age = now - body.readUIntBE(NONCE, TIME);
  if (!own || age < 0 || age >= CHALLENGE_TTL_MS) return false;
  return volatile.add(`webauthn-challenge:${challenge}`, '', CHALLENGE_TTL_MS);
}
