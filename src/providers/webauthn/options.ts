import type { Services } from '../../auth/services.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { CHALLENGE_TTL_MS } from './challenge.ts';
import type { RelyingParty } from './site.ts';
import type { StoredKey } from './store.ts';

/** EdDSA, ES256, RS256 (IANA COSE algorithms). */
export const ALGORITHMS: readonly number[] = [-8, -7, -257];

const described = (keys: readonly StoredKey[]) =>
  keys.map(({ credentialId, transports }) => ({ type: 'public-key', id: credentialId, transports }));

/** The handle by which a passkey names its account. */
export const userHandle = (user: Pick<UserRecord, 'id'>): string => Buffer.from(String(user.id)).toString('base64url');

/** The id of the account that a passkey names; null when it names none. */
export function userOfHandle(handle: unknown): number | null {
  const text = typeof handle === 'string' ? Buffer.from(handle, 'base64url').toString('latin1') : '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** Options for `navigator.credentials.create()` (`PublicKeyCredentialCreationOptionsJSON`). */
export const creationOptions = (
  { config }: Services,
  party: RelyingParty,
  user: UserRecord,
  keys: readonly StoredKey[],
  challenge: string,
) => ({
  rp: { id: party.id, name: config.site.name },
  user: { id: userHandle(user), name: user.name, displayName: user.name },
  challenge,
  pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
  timeout: CHALLENGE_TTL_MS,
  excludeCredentials: described(keys),
  authenticatorSelection: config.webauthn.passwordless
    ? { residentKey: 'required', requireResidentKey: true, userVerification: 'required' }
    : { residentKey: 'preferred', requireResidentKey: false, userVerification: 'preferred' },
  attestation: 'none',
});

/** Options for `navigator.credentials.get()` (`PublicKeyCredentialRequestOptionsJSON`); without keys any passkey may answer. */
export const requestOptions = (
  party: RelyingParty,
  keys: readonly StoredKey[],
  challenge: string,
  userVerification: 'preferred' | 'required',
) => ({
  rpId: party.id,
  challenge,
  timeout: CHALLENGE_TTL_MS,
  userVerification,
  allowCredentials: described(keys),
});
