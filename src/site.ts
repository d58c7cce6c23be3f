import { isAbsolute, join, resolve } from 'node:path';
import type { Logger } from './auth/services.ts';
import { type Clock, systemClock } from './base/clock.ts';
import { type Composition, compose } from './compose.ts';
import type { Config } from './config/index.ts';
import { type FirstAdmin, makeFirstAdmin } from './first-admin.ts';
import { type Fixtures, loadFixtures, readFixtures } from './fixtures.ts';
import { loadProviders } from './load-providers.ts';
import { chooseTransport, type MailTransport } from './mail/index.ts';
import { loadSecrets } from './secret.ts';
import { type OpenStorage, openStores, type StorageConfig } from './storage/open.ts';

/** What a site is opened with. */
export interface SiteOptions {
  readonly config: Config;
  /** Where database, secret and outbox are; with `memory` the outbox alone. */
  readonly dataDir: string;
  /** Keep everything in memory. */
  readonly memory?: boolean;
  /** A fixture file, or its contents. */
  readonly fixtures?: string | Fixtures;
  readonly fixturesProfile?: string;
  readonly log: Logger;
  readonly clock?: Clock;
  /** Instead of the configured one, for tests. */
  readonly mailTransport?: MailTransport;
  /** The site's address where the configuration names none. Asked for each time. */
  readonly publicUrl: () => string;
}

/** Everything that answers requests, with its stores open. */
export interface Site {
  readonly composition: Composition;
  readonly storage: OpenStorage;
  /** Only at the first start of an empty store. */
  readonly firstAdmin: FirstAdmin | null;
  /** Finishes the work behind answers and closes the stores. Call it when no request can come any more. */
  close(): Promise<void>;
}

/** Where the stores of a configuration are. */
export function storageOf(config: Config, dataDir: string, memory: boolean): StorageConfig {
  if (memory || config.storage.driver === 'memory') return { driver: 'memory' };
  const file = config.storage.url ?? 'latchkey.sqlite';
  return { driver: 'sqlite', file: isAbsolute(file) ? file : resolve(dataDir, file) };
}

const HOUSEKEEPING_MS = 60_000;

/** Opens a site: stores, first administrator or fixtures, mail queue, housekeeping. Rejects with what is in the way. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const clock = options.clock ?? systemClock;
  const location = storageOf(options.config, options.dataDir, options.memory ?? false);
  const storage = await openStores(location, clock);
  try {
    return await openOver(options, storage, clock, location.driver === 'memory');
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function openOver(options: SiteOptions, storage: OpenStorage, clock: Clock, memory: boolean): Promise<Site> {
  const { config, dataDir, log } = options;
  const composition = compose({
    config,
    clock,
    storage,
    log,
    external: await loadProviders(config),
    secrets: await loadSecrets(config.secret, memory ? null : dataDir),
    mailTransport:
      options.mailTransport ?? chooseTransport(config.mail.transport, config.mail.outbox ?? join(dataDir, 'outbox')),
    publicUrl: () => config.http.publicUrl ?? options.publicUrl(),
  });
  const { services } = composition;

  const { fixtures } = options;
  if (fixtures !== undefined) {
    const data = typeof fixtures === 'string' ? await readFixtures(fixtures) : fixtures;
    await loadFixtures(services, data, options.fixturesProfile ?? null);
  }
  const firstAdmin = fixtures === undefined ? await makeFirstAdmin(services) : null;

  services.mailer.start();
  const housekeeping = setInterval(() => services.background(sweep(storage, clock)), HOUSEKEEPING_MS);
  housekeeping.unref();
  return {
    composition,
    storage,
    firstAdmin,
    async close() {
      clearInterval(housekeeping);
      await composition.settled();
      await services.mailer.stop();
      await services.passwords.close();
      await storage.close();
    },
  };
}

/** Forgets what has run out. */
async function sweep({ stores, volatile }: OpenStorage, clock: Clock): Promise<void> {
  const now = clock.now();
  await volatile.sweep();
  await stores.rememberedLogins.sweep(now);
  await stores.emailTokens.sweep(now);
}
