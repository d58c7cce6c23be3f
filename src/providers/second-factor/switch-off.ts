import type { Services } from '../../auth/services.ts';
import type { LogActor, UserRecord } from '../../storage/ports/index.ts';
import { dropSpares } from './drop-spares.ts';
import { mailFactorChange } from './mail.ts';
import type { FactorMethod } from './method.ts';

/** Type of the log entries; only who has the right `oathauth-view-log` may read them. */
export const FACTOR_LOG = 'oath';

/** What an administrator switches off for whom, and why. */
export interface SwitchOff {
  readonly by: LogActor;
  readonly user: UserRecord;
  /** Names of methods; empty = all. */
  readonly modules: readonly string[];
  readonly reason: string;
}

/**
 * Switches lost factors of an account off. It is logged, and its owner is told by mail. Resolves to the names of the
 * methods that were switched off; ask for the right `oathauth-disable-for-user` first.
 */
export async function switchOffFactors(
  services: Services,
  methods: readonly FactorMethod[],
  { by, user, modules, reason }: SwitchOff,
): Promise<string[]> {
  const { stores, clock, log } = services;
  const gone: FactorMethod[] = [];
  for (const method of methods) {
    if (modules.length > 0 && !modules.includes(method.module)) continue;
    if ((await stores.factors.remove(user.id, method.kind)) > 0) gone.push(method);
  }
  if (gone.length === 0) return [];
  await dropSpares(services, methods, user.id);
  await stores.log.add({
    type: FACTOR_LOG,
    action: 'disable-other',
    actor: by,
    title: `User:${user.name}`,
    namespace: 2,
    comment: reason,
    params: {},
    at: clock.now(),
  });
  const names = gone.map(({ module }) => module);
  log.info({ by: by.name, user: user.name, factors: names }, 'second factors were switched off by an administrator');
  for (const method of gone) {
    // Spare ways in go with what they stand in for.
    if (method.protects || gone.length === 1) await mailFactorChange(services, user, 'off-by-other', method.name);
  }
  return names;
}
