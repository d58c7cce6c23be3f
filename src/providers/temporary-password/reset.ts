import { isValidEmail } from '../../accounts/names/index.ts';
import type { Actor } from '../../auth/actor.ts';
import { blocksOf } from '../../auth/block-cookie.ts';
import type { Services } from '../../auth/services.ts';
import { throttleKey } from '../../base/ip.ts';
import { msg } from '../../base/message.ts';
import { type CodedMessage, coded } from '../../errors/coded-message.ts';
import { dialect } from '../../errors/dialect.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { hashTemporaryPassword } from './hash.ts';
import { mailReset } from './mails.ts';

/** Whether resets can be asked for at all, by any route. */
export const hasResetRoute = ({ config }: Services): boolean =>
  config.passwordReset.routes.username || config.passwordReset.routes.email;

/** Why this caller may not ask for a reset; null when it may. */
export async function resetRefusal(services: Services, actor: Actor): Promise<CodedMessage | null> {
  const { config } = services;
  if (!config.mail.enabled) return coded(msg('passwordreset-emaildisabled'));
  if (dialect(config.api.compat, 'resetNeedsPrivateInfoRight') && !actor.rights.has('editmyprivateinfo')) {
    return coded(msg('badaccess'));
  }
  const blocks = await blocksOf(services, actor);
  return blocks.some((block) => block.blocksAccountCreation) ? coded(msg('blocked-mailpassword')) : null;
}

/** Counts a request of this address; true when it is one too many, which the caller is not told. */
export async function isResetThrottled({ throttle, config }: Services, actor: Actor): Promise<boolean> {
  const exempt = dialect(config.api.compat, 'resetThrottleExempt');
  if (actor.rights.has(exempt) || actor.rights.has('noratelimit')) return false;
  const limits = config.throttles.passwordReset.perAddress;
  return (await throttle.hit('password-reset', throttleKey(actor.address), limits)) !== null;
}

/** Whom a reset is for: one account by its canonical name, or all with an address. `email` narrows a name down. */
export type ResetTarget = { readonly name: string; readonly email: string | null } | { readonly email: string };

/**
 * Mails temporary passwords, without a word about whether there was anybody to mail to: runs after the answer.
 * The old passwords keep working.
 */
export async function sendResets(services: Services, actor: Actor, target: ResetTarget): Promise<void> {
  const users = (await usersOf(services, target)).filter((user) => user.email !== '');
  for (const user of users) await sendReset(services, actor, user);
}

async function usersOf({ accounts, stores, config }: Services, target: ResetTarget): Promise<UserRecord[]> {
  if ('name' in target) {
    const user = await accounts.byName(target.name);
    if (!user) return [];
    return config.passwordReset.requireBoth && user.email !== target.email ? [] : [user];
  }
  if (config.passwordReset.requireBoth || !isValidEmail(target.email)) return [];
  return stores.users.byEmail(target.email, false);
}

async function sendReset(services: Services, actor: Actor, user: UserRecord): Promise<void> {
  const { config, clock, accounts, passwords, secrets } = services;
  const now = clock.now();
  const resendMs = config.throttles.passwordReset.resendHours * 3_600_000;
  if (user.temporaryPasswordAt !== null && now < user.temporaryPasswordAt + resendMs) return;
  const password = passwords.random();
  const patch = {
    temporaryPasswordHash: hashTemporaryPassword(secrets, user.name, password),
    temporaryPasswordAt: now,
  };
  // Of two requests at once only one mails: the other would make the first mail's password worthless.
  if (!(await accounts.update(user.id, patch, { temporaryPasswordAt: user.temporaryPasswordAt }))) return;
  await mailReset(services, user, { name: actor.name, isAccount: actor.user !== null }, password);
}
