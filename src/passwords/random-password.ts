import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghijklmnopqrstuv';

/**
 * A random password of `length` characters `[0-9a-v]`, five bits each. Ten by default, the length of MediaWiki's
 * temporary passwords.
 */
export const randomPassword = (length = 10): string =>
  Array.from(randomBytes(length), (byte) => ALPHABET[byte & 31]).join('');

/** A bot password: 32 characters, which is the length that `action=login` recognises one by. */
export const randomBotPassword = (): string => randomPassword(32);
