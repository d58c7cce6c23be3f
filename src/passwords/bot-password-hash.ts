import { pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

const LENGTH = 64;
const SHAPE = /^:pbkdf2:sha512:1:64:([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)$/;

/**
 * The stored form of a bot password, in MediaWiki's pbkdf2 format with a single round.
 *
 * Bot passwords are made by the server and hold at least 128 random bits, so a slow hash would protect nothing; a bot
 * signs in at the price of a database read.
 */
export function hashBotPassword(password: string): string {
  const salt = randomBytes(16);
  const hash = pbkdf2Sync(password, salt, 1, LENGTH, 'sha512');
  return `:pbkdf2:sha512:1:${LENGTH}:${salt.toString('base64')}:${hash.toString('base64')}`;
}

/** Whether a bot password matches; null when the stored form is another one, for the slow hasher. */
export function matchesBotPassword(password: string, stored: string): boolean | null {
  const parts = SHAPE.exec(stored);
  if (!parts) return null;
  const wanted = Buffer.from(parts[2] as string, 'base64');
  if (wanted.length !== LENGTH) return false;
  return timingSafeEqual(pbkdf2Sync(password, Buffer.from(parts[1] as string, 'base64'), 1, LENGTH, 'sha512'), wanted);
}
