import type { Services } from '../auth/services.ts';
import { randomHex } from '../base/random.ts';
import { randomPassword } from '../passwords/random-password.ts';
import type { UserRecord } from '../storage/ports/index.ts';
import { CommandError } from './errors.ts';
import type { Io } from './io.ts';
import { readPassword } from './prompt.ts';

/** Flags of commands that set a password. */
export const passwordArgs = {
  generate: { type: 'boolean', description: 'Make a password and print it' },
  force: { type: 'boolean', description: 'Take a password that the policy refuses' },
} as const;

/** A password for an account: made when asked for, else read; held against the policy unless forced. */
export async function choosePassword(
  services: Services,
  flags: { readonly generate?: boolean; readonly force?: boolean },
  target: { readonly name: string; readonly groups: readonly string[] },
  io: Io,
): Promise<{ password: string; generated: boolean }> {
  if (flags.generate) return { password: randomPassword(20), generated: true };
  const password = await readPassword(io, target.name);
  if (!flags.force) {
    const { failures } = await services.passwords.check({ ...target, password });
    if (failures.length > 0) {
      const texts = failures.map(({ message }) => services.messages.plain(message, 'en'));
      throw new CommandError(`${texts.join('\n')}\n--force takes it all the same.`, failures[0]?.code);
    }
  }
  return { password, generated: false };
}

/** When a password that is set now expires. */
export function expiryOf({ config, clock }: Services): number | null {
  const days = config.passwords.expireAfterDays;
  return days === null ? null : clock.now() + days * 86_400_000;
}

/** Ends all sessions and remembered sign-ins of an account. */
export async function endSessions(services: Services, user: UserRecord): Promise<void> {
  await services.accounts.update(user.id, { sessionsValidFrom: services.clock.now() });
  await services.stores.rememberedLogins.remove(user.id);
}

/** Sets a password. What was signed in with the old one ends: sessions, remembered sign-ins, bot passwords. */
export async function setPassword(services: Services, user: UserRecord, password: string): Promise<void> {
  await services.accounts.update(user.id, {
    passwordHash: await services.passwords.hash(password),
    passwordExpiresAt: expiryOf(services),
    temporaryPasswordHash: null,
    temporaryPasswordAt: null,
  });
  await services.stores.botPasswords.invalidateAll(user.id, randomHex(16));
  await endSessions(services, user);
}
