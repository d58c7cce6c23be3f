import type { Services } from '../../auth/services.ts';
import type { Factor } from '../../storage/ports/index.ts';

/** Kind of these factors in the store. */
export const WEBAUTHN_KIND = 'webauthn';

/** What is kept of a key: nothing secret. */
interface KeyData {
  /** base64url */
  readonly credentialId: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  /** How often it says that it was used; 0 when it does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
}

/** A key with its row. */
export interface StoredKey extends KeyData {
  readonly factor: Factor;
}

/** Reads the keys among factors. */
export const keysAmong = (factors: readonly Factor[]): StoredKey[] =>
  factors
    .filter(({ kind }) => kind === WEBAUTHN_KIND)
    .map((factor) => ({ ...(JSON.parse(factor.data) as KeyData), factor }));

/** The keys of an account. */
export const keysOf = async ({ stores }: Services, userId: number): Promise<StoredKey[]> =>
  keysAmong(await stores.factors.list(userId, WEBAUTHN_KIND));

/** Gives an account a key. */
export async function addKey(
  { stores }: Services,
  userId: number,
  key: KeyData,
  name: string,
  createdAt: number,
): Promise<void> {
  await stores.factors.add({ userId, kind: WEBAUTHN_KIND, name, data: JSON.stringify(key), createdAt });
}

/** Writes down that a key was used; false when it was used elsewhere at the same time with another counter. */
export function keyUsed({ stores }: Services, key: StoredKey, counter: number, now: number): Promise<boolean> {
  const { credentialId, publicKey, transports } = key;
  const data: KeyData = { credentialId, publicKey, counter, transports };
  return stores.factors.update(key.factor.id, key.factor.data, JSON.stringify(data), now);
}
