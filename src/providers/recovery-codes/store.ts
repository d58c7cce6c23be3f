import { randomBytes } from 'node:crypto';
import type { Services } from '../../auth/services.ts';
import { encodeBase32 } from '../../base/base32.ts';
import { sha256Hex } from '../../base/digest.ts';

/** Kind of these factors in the store: one row a code. */
export const RECOVERY_KIND = 'recovery-code';

const COUNT = 10;
const BYTES = 10;

// 80 random bits need no slow hash; the account's number keeps one table of hashes from fitting all accounts.
const digest = (userId: number, code: string): string => sha256Hex(`recovery-code:${userId}:${code}`);

const clean = (code: string): string => code.replace(/[ \t\n\r\v\f]/g, '');

/** Ten new codes: 16 characters of base32 each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => encodeBase32(randomBytes(BYTES), false));

/** Gives an account these recovery codes; the codes it had are gone. Only their hashes are kept. */
export async function replaceRecoveryCodes(
  services: Services,
  userId: number,
  codes: readonly string[],
  createdAt: number,
): Promise<void> {
  const { factors } = services.stores;
  await factors.remove(userId, RECOVERY_KIND);
  for (const code of codes) {
    await factors.add({ userId, kind: RECOVERY_KIND, name: '', data: digest(userId, clean(code)), createdAt });
  }
}

/**
 * Uses a code up. White space of ASCII does not count, case does (MediaWiki 1.39). Of many uses of one code at once, one
 * succeeds.
 */
export async function useRecoveryCode({ stores }: Services, userId: number, code: string): Promise<boolean> {
  const wanted = digest(userId, clean(code));
  const found = (await stores.factors.list(userId, RECOVERY_KIND)).find((factor) => factor.data === wanted);
  return found !== undefined && (await stores.factors.remove(userId, RECOVERY_KIND, found.id)) === 1;
}
