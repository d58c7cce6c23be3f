import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `latchkey seal: ${purpose}`, 32));

/**
 * Encrypts a text that must be read again (a TOTP key) under the newest server secret: AES-256-GCM with a key of its own
 * for each purpose.
 */
export function seal(secrets: readonly string[], purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets[0] as string, purpose), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `seal1:${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`;
}

/** Reads a sealed text with whichever secret made it; null when none did or it was tampered with. */
export function unseal(secrets: readonly string[], purpose: string, sealed: string): string | null {
  if (!sealed.startsWith('seal1:')) return null;
  const bytes = Buffer.from(sealed.slice('seal1:'.length), 'base64');
  for (const secret of secrets) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    } catch {
      // Another secret, or damaged: try the next.
    }
  }
  return null;
}
