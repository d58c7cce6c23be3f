import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Services } from '../../auth/services.ts';
import { takeChallenge } from './challenge.ts';
import { ALGORITHMS } from './options.ts';
import { relyingParty } from './site.ts';
import { keyUsed, type StoredKey } from './store.ts';

/** What an answer must be an answer to. */
export interface Expected {
  /** What its challenge was made for. */
  readonly purpose: string;
  /** Whether the key must have checked who uses it (fingerprint, PIN). */
  readonly userVerified: boolean;
}

// Loaded when the first key is used: it is large, and most servers start without anybody waiting for it.
const library = () => import('@simplewebauthn/server');

const common = (services: Services, expected: Expected, now: number) => {
  const party = relyingParty(services);
  return (
    party && {
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: expected.userVerified,
      expectedChallenge: (challenge: string) => takeChallenge(services, expected.purpose, challenge, now),
    }
  );
};

/** What a new key is stored as; null when its answer is not right. */
export async function verifyNewKey(services: Services, credential: object, expected: Expected, now: number) {
  const checks = common(services, expected, now);
  if (!checks) return null;
  try {
    const { verifyRegistrationResponse } = await library();
    const { registrationInfo } = await verifyRegistrationResponse({
      ...checks,
      response: credential as RegistrationResponseJSON,
      supportedAlgorithmIDs: [...ALGORITHMS],
    });
    if (!registrationInfo) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    const known = (transports ?? []).filter((name) => typeof name === 'string' && name.length <= 32).slice(0, 8);
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: known as string[],
    };
  } catch (error) {
    refused(services, error);
    return null;
  }
}

/** Whether a key's answer is right; then its counter is moved on. */
export async function verifyKey(
  services: Services,
  credential: object,
  key: StoredKey,
  expected: Expected,
  now: number,
): Promise<boolean> {
  const checks = common(services, expected, now);
  if (!checks) return false;
  try {
    const { verifyAuthenticationResponse } = await library();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...checks,
      response: credential as AuthenticationResponseJSON,
      credential: {
        id: key.credentialId,
        publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
        counter: key.counter,
      },
    });
    return verified && (await keyUsed(services, key, authenticationInfo.newCounter, now));
  } catch (error) {
    refused(services, error);
    return false;
  }
}

/** The library throws for everything that is wrong with an answer. Its text may repeat what was sent, so only the kind is kept. */
const refused = ({ log }: Services, error: unknown): void =>
  log.debug({ kind: error instanceof Error ? error.name : 'unknown' }, 'the answer of a security key was refused');
