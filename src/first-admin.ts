import type { Services } from './auth/services.ts';
import { randomPassword } from './passwords/random-password.ts';

/** Groups of the account that everything begins with. */
export const FIRST_ADMIN_GROUPS: readonly string[] = ['sysop', 'bureaucrat', 'interface-admin'];

/** The account that can do everything, and its password: shown once. */
export interface FirstAdmin {
  readonly name: string;
  readonly password: string;
}

/**
 * Makes the first administrator of an empty store, with a one-time password that must be changed at the first sign-in.
 * Null when there are accounts already.
 */
export async function makeFirstAdmin(services: Services): Promise<FirstAdmin | null> {
  if ((await services.stores.users.count()) > 0) return null;
  const name = 'Admin';
  const password = randomPassword(16);
  const now = services.clock.now();
  const made = await services.accounts.create(
    {
      name,
      registeredAt: now,
      passwordHash: await services.passwords.hash(password),
      // Long over: signing in leads to the choice of a new one.
      passwordExpiresAt: 0,
      groups: FIRST_ADMIN_GROUPS.map((group) => ({ group, expiresAt: null })),
    },
    {
      type: 'newusers',
      action: 'create',
      actor: null,
      title: `User:${name}`,
      namespace: 2,
      comment: '',
      params: {},
      at: now,
    },
  );
  return 'conflict' in made ? null : { name, password };
}
