import { equalConstantTime, hmacSha256Hex } from '../../base/digest.ts';

const PREFIX = ':hmac:sha256:';

const digest = (secret: string, name: string, password: string): string =>
  hmacSha256Hex(secret, `temporary-password:${name}:${password}`);

/**
 * The stored form of a mailed temporary password: an HMAC under the server secret.
 *
 * These passwords are random (50 bits) and short-lived, so they need no slow hash; a slow one would make attempts on
 * accounts that wait for a reset take longer and so tell which names exist. Without the secret it cannot be searched.
 */
export const hashTemporaryPassword = (secrets: readonly string[], name: string, password: string): string =>
  PREFIX + digest(secrets[0] as string, name, password);

/** Whether a password matches; null when the stored form is a hash of `passwords/` (taken over from another wiki). */
export function isTemporaryPassword(
  secrets: readonly string[],
  name: string,
  password: string,
  stored: string,
): boolean | null {
  if (!stored.startsWith(PREFIX)) return null;
  return secrets.some((secret) => equalConstantTime(digest(secret, name, password), stored.slice(PREFIX.length)));
}
