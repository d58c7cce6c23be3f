import type { FlowContext } from '../../auth/provider.ts';
import { randomHex } from '../../base/random.ts';
import type { UserRecord } from '../../storage/ports/index.ts';

/**
 * After a changed password: bot passwords must be set anew, and (unless the configuration keeps them) all other
 * sessions and remembered sign-ins of the account are over. The session that asked goes on.
 */
export async function endOtherSessions({ services, actor, now }: FlowContext, user: UserRecord): Promise<void> {
  const { stores, accounts, config } = services;
  await stores.botPasswords.invalidateAll(user.id, randomHex(16));
  if (!config.sessions.endAllOnPasswordChange) return;
  await accounts.update(user.id, { sessionsValidFrom: now });
  await stores.rememberedLogins.remove(user.id);
  const renewed = await accounts.byId(user.id);
  if (renewed && actor.user?.id === user.id) await actor.session.renew(renewed);
}
