import { Resolver } from 'node:dns/promises';
import type { Zone } from './zone.ts';

/** What the lists say of an address. */
export interface Findings {
  readonly listed: boolean;
  /** Seconds for which the answer that lists it holds. */
  readonly ttl: number;
  /** The list that has it. */
  readonly zone: string | null;
  /** Lists that did not answer, with the reason. */
  readonly failed: readonly { readonly zone: string; readonly reason: string }[];
}

type Verdict = { readonly listed: boolean; readonly ttl: number } | { readonly reason: string };

/** How servers say that a name, or an address record of it, is not there. */
const ABSENT: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

async function askZone(resolver: Resolver, zone: Zone, address: string): Promise<Verdict> {
  try {
    const records = await resolver.resolve4(zone.nameFor(address), { ttl: true });
    const hit = records.find((record) => zone.verdict(record.address) === 'listed');
    if (hit) return { listed: true, ttl: hit.ttl };
    const refused = records.find((record) => zone.verdict(record.address) === 'refused');
    return refused ? { reason: `refused with ${refused.address}` } : { listed: false, ttl: 0 };
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return ABSENT.has(code) ? { listed: false, ttl: 0 } : { reason: code };
  }
}

/**
 * Asks all lists at once. Resolves with the first one that has the address; else when all have answered, or after
 * `timeoutMs`, from when on those without an answer have failed. Never rejects.
 */
export async function askZones(
  zones: readonly Zone[],
  address: string,
  { servers, timeoutMs }: { readonly servers: readonly string[]; readonly timeoutMs: number },
): Promise<Findings> {
  // One for each look-up: what runs out of time is cancelled without harm to others.
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (servers.length > 0) resolver.setServers(servers);
  const pending = new Set(zones);
  const failed: { zone: string; reason: string }[] = [];
  return new Promise((resolve) => {
    const finish = (findings: Omit<Findings, 'failed'>): void => {
      clearTimeout(timer);
      resolve({ ...findings, failed: [...failed] });
      resolver.cancel();
    };
    const timer = setTimeout(() => {
      for (const { label } of pending) failed.push({ zone: label, reason: 'no answer in time' });
      finish({ listed: false, ttl: 0, zone: null });
    }, timeoutMs);
    for (const zone of zones) {
      void askZone(resolver, zone, address).then((verdict) => {
        pending.delete(zone);
        if ('reason' in verdict) failed.push({ zone: zone.label, reason: verdict.reason });
        else if (verdict.listed) finish({ listed: true, ttl: verdict.ttl, zone: zone.label });
        if (pending.size === 0) finish({ listed: false, ttl: 0, zone: null });
      });
    }
  });
}
