import type { Services } from '../../auth/services.ts';
import { decodeBase32 } from '../../base/base32.ts';
import { seal, unseal } from '../../base/seal.ts';
import type { Factor } from '../../storage/ports/index.ts';
import { matchingStep } from './code.ts';

/** Kind of these factors in the store. */
export const TOTP_KIND = 'totp';

/** What the store keeps of a key. */
interface TotpData {
  /** The key in base32, sealed. */
  readonly key: string;
  /** The last time step whose code was used; only later ones are taken. */
  readonly lastStep: number;
}

// A key sealed for one account is worthless in the row of another.
const purpose = (userId: number): string => `totp:${userId}`;

const write = (services: Services, userId: number, secret: string, lastStep: number): string => {
  const data: TotpData = { key: seal(services.secrets, purpose(userId), secret), lastStep };
  return JSON.stringify(data);
};

/**
 * Gives an account a TOTP key.
 *
 * @param secret base32
 * @param lastStep the step whose code proved that the owner has the key; it cannot be used again
 * @throws TypeError when the secret is no base32 text
 */
export async function addTotpKey(
  services: Services,
  userId: number,
  secret: string,
  createdAt: number,
  lastStep = -1,
): Promise<void> {
  if (!decodeBase32(secret)?.length) throw new TypeError('a TOTP key must be base32');
  const data = write(services, userId, secret, lastStep);
  await services.stores.factors.add({ userId, kind: TOTP_KIND, name: '', data, createdAt });
}

/** Uses a code of one of the keys up. Of many uses of one step at once, one succeeds. */
export async function useTotpCode(services: Services, userId: number, code: string, now: number): Promise<boolean> {
  const { factors } = services.stores;
  for (let attempt = 0; attempt < 10; attempt++) {
    let lost = false;
    for (const factor of await factors.list(userId, TOTP_KIND)) {
      const used = await use(services, factor, code, now);
      if (used === 'yes') return true;
      lost ||= used === 'changed';
    }
    // Another code of the same key came between: this one may still be a later one.
    if (!lost) return false;
  }
  return false;
}

async function use(services: Services, factor: Factor, code: string, now: number): Promise<'yes' | 'no' | 'changed'> {
  const stored = JSON.parse(factor.data) as TotpData;
  const secret = unseal(services.secrets, purpose(factor.userId), stored.key);
  if (secret === null) {
    services.log.error(
      { user: factor.userId },
      'a TOTP key was sealed with a server secret that is not known any more',
    );
    return 'no';
  }
  const step = matchingStep(decodeBase32(secret) as Uint8Array, code, now, stored.lastStep);
  if (step === null) return 'no';
  // Sealed anew each time, so that keys in use follow a change of the server secret.
  const renewed = write(services, factor.userId, secret, step);
  return (await services.stores.factors.update(factor.id, factor.data, renewed, now)) ? 'yes' : 'changed';
}
