import { isAbsolute, join, resolve } from 'node:path';
import type { Logger } from './auth/services.ts';
import { type Clock, systemClock } from './base/clock.ts';
import { type Composition, compose } from './compose.ts';
import type { Config } from './config/index.ts';
import { type FirstAdmin, makeFirstAdmin } from './first-admin.ts';
import { loadFixtures, readFixtures } from './fixtures.ts';
import { createHttp, type ProcessLog } from './http/index.ts';
import { chooseTransport, type MailTransport } from './mail/index.ts';
import { loadSecrets } from './secret.ts';
import { type OpenStorage, openStores } from './storage/open.ts';

/** What a server is started with. */
export interface ServerOptions {
  readonly config: Config;
  /** Where database, secret and outbox are. Null only with `memory`: then nothing is written but mail to `outbox`. */
  readonly dataDir: string;
  /** Keep everything in memory; the data folder is used for the outbox alone. */
  readonly memory?: boolean;
  /** A fixture file to load. */
  readonly fixtures?: string;
  readonly fixturesProfile?: string;
  readonly host?: string;
  /** 0 = any free one. */
  readonly port?: number;
  readonly log: Logger & Partial<Pick<ProcessLog, 'flush'>>;
  readonly clock?: Clock;
  /** Instead of the configured one, for tests. */
  readonly mailTransport?: MailTransport;
}

/** A server that answers. */
export interface RunningServer {
  /** Address that people and clients use, without a slash at the end. */
  readonly url: string;
  readonly api: string;
  /** Only at the first start of an empty store. */
  readonly firstAdmin: FirstAdmin | null;
  readonly composition: Composition;
  /** Takes no more requests, finishes what runs, closes the stores. */
  close(): Promise<void>;
}

/** Where the stores of a configuration are. */
export function storageOf(config: Config, dataDir: string, memory: boolean): Parameters<typeof openStores>[0] {
  if (memory || config.storage.driver === 'memory') return { driver: 'memory' };
  const file = config.storage.url ?? 'latchkey.sqlite';
  return { driver: 'sqlite', file: isAbsolute(file) ? file : resolve(dataDir, file) };
}

const HOUSEKEEPING_MS = 60_000;

/** Starts a server: stores, first administrator or fixtures, mail queue, HTTP. Rejects with what is in the way. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, dataDir, log } = options;
  const clock = options.clock ?? systemClock;
  const memory = options.memory ?? false;
  const storage = await openStores(storageOf(config, dataDir, memory), clock);
  try {
    return await startOver(options, storage, clock, memory || config.storage.driver === 'memory');
  } catch (error) {
    await storage.close();
    log.flush?.();
    throw error;
  }
}

async function startOver(
  options: ServerOptions,
  storage: OpenStorage,
  clock: Clock,
  memory: boolean,
): Promise<RunningServer> {
  const { config, dataDir, log } = options;
  let publicUrl = config.http.publicUrl ?? '';
  const composition = compose({
    config,
    clock,
    storage,
    log,
    secrets: await loadSecrets(config.secret, memory ? null : dataDir),
    mailTransport:
      options.mailTransport ?? chooseTransport(config.mail.transport, config.mail.outbox ?? join(dataDir, 'outbox')),
    publicUrl: () => publicUrl,
  });
  const { services, api } = composition;

  let firstAdmin: FirstAdmin | null = null;
  if (options.fixtures) {
    await loadFixtures(services, await readFixtures(options.fixtures), options.fixturesProfile ?? null);
  } else {
    firstAdmin = await makeFirstAdmin(services);
  }

  const http = await createHttp({ services, api }).listen({ host: options.host, port: options.port });
  publicUrl ||= http.url;
  services.mailer.start();
  const housekeeping = setInterval(() => services.background(sweep(storage, clock)), HOUSEKEEPING_MS);
  housekeeping.unref();

  return {
    url: publicUrl,
    api: `${publicUrl}${config.http.scriptPath}/api.php`,
    firstAdmin,
    composition,
    async close() {
      clearInterval(housekeeping);
      await http.close();
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
