import type { FlowContext, Provider } from '../../auth/provider.ts';
import { rangeMatcher } from '../../base/ip.ts';
import { msg } from '../../base/message.ts';
import type { Config } from '../../config/index.ts';
import { coded } from '../../errors/coded-message.ts';
import { askZones, type Findings } from './ask.ts';
import { createMemory } from './memory.ts';
import { openZone } from './zone.ts';

/**
 * Refuses accounts from addresses that stand on a list of the configuration. When no list answers, the account can be
 * made: a broken name server must not close the site.
 */
export function dnsbl(config: Config['dnsbl']): Provider {
  const zones = config.zones.map(openZone);
  const isAllowed = rangeMatcher(config.allowedAddresses);
  const memory = createMemory(config.cache.addresses);
  /** Look-ups that run, so that many requests of one address ask once. */
  const running = new Map<string, Promise<Findings>>();
  const counts = { lookups: 0, refusals: 0, failures: 0 };

  function ask(address: string): Promise<Findings> {
    const before = running.get(address);
    if (before) return before;
    counts.lookups++;
    const asked = askZones(zones, address, config).finally(() => running.delete(address));
    running.set(address, asked);
    return asked;
  }

  async function isListed({ services, actor: { address } }: FlowContext): Promise<boolean> {
    const now = services.clock.now();
    const known = memory.get(address, now);
    if (known !== null) return known;
    const { listed, ttl, zone, failed } = await ask(address);
    counts.failures += failed.length;
    for (const failure of failed) services.log.warn({ ...failure, address }, 'a list of addresses does not answer');
    if (listed) services.log.info({ zone, address }, 'an address is listed');
    const { listedSeconds, unlistedSeconds } = config.cache;
    if (listed) memory.set(address, true, now + Math.min(ttl, listedSeconds) * 1000);
    else if (failed.length === 0) memory.set(address, false, now + unlistedSeconds * 1000);
    return listed;
  }

  return {
    id: 'dnsbl',
    kind: 'pre',

    async checkCaller(context) {
      const { address } = context.actor;
      if (isAllowed(address) || !(await isListed(context))) return null;
      counts.refusals++;
      return coded(msg('sorbs_create_account_reason'));
    },

    figures: [
      { name: 'dnsbl_lookups_total', help: 'Addresses looked for in lists.', read: () => counts.lookups },
      { name: 'dnsbl_refusals_total', help: 'Accounts refused because of a list.', read: () => counts.refusals },
      { name: 'dnsbl_failures_total', help: 'Lists that did not answer.', read: () => counts.failures },
    ],
  };
}
