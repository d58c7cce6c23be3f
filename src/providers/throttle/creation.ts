import type { FlowContext, Provider } from '../../auth/provider.ts';
import type { Limit } from '../../auth/throttle.ts';
import { inRange, throttleKey } from '../../base/ip.ts';
import { duration, msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';

/** The limits for an address: the configured ones, or those of an exemption in force (a workshop, a class). */
async function limitsFor({ services, actor, now }: FlowContext): Promise<readonly Limit[]> {
  const limits = services.config.throttles.accountCreation.perAddress;
  const inForce = await services.stores.throttleExemptions.inForce(now);
  const mine = inForce.filter((exemption) => inRange(actor.address, exemption.range));
  if (mine.length === 0) return limits;
  const raised = mine.some((e) => e.limit === null) ? 0 : Math.max(...mine.map((e) => e.limit as number));
  return limits.map(({ count, seconds }) => ({ seconds, count: raised === 0 ? 0 : Math.max(count, raised) }));
}

/** Limits how many accounts come from one address. Callers with `noratelimit` are exempt; signed-in ones are not. */
export const creationThrottle: Provider = {
  id: 'creation-throttle',
  kind: 'pre',
  async checkCreation(context) {
    const { actor, services } = context;
    if (actor.rights.has('noratelimit')) return null;
    const exceeded = await services.throttle.hit('create', throttleKey(actor.address), await limitsFor(context));
    if (!exceeded) return null;
    return coded(msg('acct_creation_throttle_hit', exceeded.limit.count, duration(exceeded.limit.seconds)));
  },
};
