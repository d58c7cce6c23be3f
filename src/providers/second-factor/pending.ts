import { randomBytes } from 'node:crypto';
import type { FlowContext } from '../../auth/provider.ts';
import { encodeBase32 } from '../../base/base32.ts';
import { seal, unseal } from '../../base/seal.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { newRecoveryCodes } from '../recovery-codes/store.ts';

/** What an account is setting up: shown to its owner, and in force only when the owner has proved to have it. */
export interface Pending {
  /** A TOTP key in base32: 160 bits, as RFC 4226 §4 recommends. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

const NOTE = 'second-factor-set-up';
const TTL_MS = 30 * 60_000;
const KEY_BYTES = 20;

const newPending = (): Pending => ({
  secret: encodeBase32(randomBytes(KEY_BYTES), false),
  recoveryCodes: newRecoveryCodes(),
});

/** What is being set up within a sign-in or the creation of an account; the same at each step. */
export function pendingOfFlow({ notes }: FlowContext): Pending {
  notes[NOTE] ??= newPending();
  return notes[NOTE] as Pending;
}

const purpose = (user: UserRecord): string => `second-factor-set-up:${user.id}`;

/** What a signed-in account is setting up; the same for half an hour, until {@link forgetPending}. */
export async function pendingOfSession(context: FlowContext, user: UserRecord): Promise<Pending> {
  const { services, actor } = context;
  const sealed = await actor.session.load(NOTE);
  const text = sealed === null ? null : unseal(services.secrets, purpose(user), sealed);
  if (text !== null) return JSON.parse(text) as Pending;
  const pending = newPending();
  await actor.session.save(NOTE, seal(services.secrets, purpose(user), JSON.stringify(pending)), TTL_MS);
  return pending;
}

/** Forgets it: it was set up. */
export const forgetPending = ({ actor }: FlowContext): Promise<void> => actor.session.forget(NOTE);
