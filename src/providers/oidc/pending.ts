import { sha256Hex } from '../../base/digest.ts';
import type { Session } from '../../sessions/types.ts';
import type { VolatileStore } from '../../storage/ports/index.ts';

/** A person who is away at a provider. */
export interface Pending {
  readonly provider: string;
  /** Where to send the browser when it comes back. */
  readonly returnUrl: string;
  /** Digest of the session that began: nobody else can go on. */
  readonly session: string;
  readonly nonce: string;
  readonly verifier: string;
  /** What the provider said of itself when the browser came back; null before that. */
  readonly returned: { readonly iss: string | null } | null;
}

const TTL_MS = 15 * 60_000;

const key = (state: string): string => `oidc:${sha256Hex(state)}`;

/** What a session is remembered by. */
export const sessionDigest = (session: Session): string => sha256Hex(`oidc-session:${session.start()}`);

/** Keeps what the way back needs. */
export const savePending = (volatile: VolatileStore, state: string, pending: Pending): Promise<void> =>
  volatile.set(key(state), JSON.stringify(pending), TTL_MS);

/** Looks without using it up: for the page that the browser comes back to. */
export async function findPending(volatile: VolatileStore, state: string): Promise<Pending | null> {
  const text = await volatile.get(key(state));
  return text === null ? null : (JSON.parse(text) as Pending);
}

/** Takes it away: one caller gets it. */
export async function takePending(volatile: VolatileStore, state: string): Promise<Pending | null> {
  const text = await volatile.take(key(state));
  return text === null ? null : (JSON.parse(text) as Pending);
}
