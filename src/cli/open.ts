import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Services } from '../auth/services.ts';
import { systemClock } from '../base/clock.ts';
import { type Config, findConfigFile, loadConfig } from '../config/index.ts';
import { openStores, type StorageConfig } from '../storage/open.ts';
import type { UserRecord } from '../storage/ports/index.ts';
import { CommandError } from './errors.ts';
import type { Io } from './io.ts';

/** The flags that say where everything is. */
export interface StoreFlags {
  readonly config?: string | undefined;
  readonly data?: string | undefined;
}

/** The configuration file that is meant, if any. */
export const configFile = (flags: StoreFlags, io: Io): string | undefined => {
  const given = flags.config ?? (io.env.LATCHKEY_CONFIG || undefined);
  return given === undefined ? findConfigFile(io.cwd) : resolve(io.cwd, given);
};

/** The data folder that is meant. */
export const dataFolder = (flags: StoreFlags, io: Io): string =>
  resolve(io.cwd, flags.data ?? (io.env.LATCHKEY_DATA || 'latchkey-data'));

/** Reads the configuration of a command. */
export const readConfig = (flags: StoreFlags, io: Io): Promise<Config> => {
  const file = configFile(flags, io);
  return loadConfig({ ...(file === undefined ? {} : { file }), env: io.env });
};

/** Where the configuration keeps the database, seen from the data folder. Throws when it keeps none. */
export function databaseOf(config: Config, dataDir: string): StorageConfig & { driver: 'sqlite' } {
  if (config.storage.driver === 'memory') {
    throw new CommandError('storage.driver is "memory": there is no database that a command could open', 'no-database');
  }
  return { driver: 'sqlite', file: resolve(dataDir, config.storage.url ?? 'latchkey.sqlite') };
}

/** Throws when there is no database: a command in the wrong folder must not make an empty one and answer from that. */
export function requireDatabase({ file }: { readonly file: string }): void {
  if (existsSync(file)) return;
  throw new CommandError(
    `There is no database ${file}. Is it the right folder (--data)? A server makes one at its start.`,
    'no-database',
  );
}

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The services over the stores that a running server uses too. Close them at the end. */
export interface Opened {
  readonly services: Services;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** How a command opens the stores. */
export interface OpenOptions {
  /** An absent database is made. */
  readonly mayCreate?: boolean;
}

/** Opens everything that a command needs. */
export async function openForCommand(flags: StoreFlags, io: Io, options: OpenOptions = {}): Promise<Opened> {
  const config = await readConfig(flags, io);
  const dataDir = dataFolder(flags, io);
  const database = databaseOf(config, dataDir);
  if (!options.mayCreate) requireDatabase(database);
  const storage = await openStores(database, systemClock);
  try {
    const [{ compose }, { loadProviders }, { loadSecrets }, { chooseTransport }] = await Promise.all([
      import('../compose.ts'),
      import('../load-providers.ts'),
      import('../secret.ts'),
      import('../mail/index.ts'),
    ]);
    const composition = compose({
      config,
      clock: systemClock,
      storage,
      external: await loadProviders(config),
      secrets: await loadSecrets(config.secret, dataDir),
      mailTransport: chooseTransport(config.mail.transport, config.mail.outbox ?? join(dataDir, 'outbox')),
      log: quiet,
      publicUrl: () => config.http.publicUrl ?? `http://${config.http.host}:${config.http.port}`,
    });
    return {
      services: composition.services,
      dataDir,
      async close() {
        await composition.settled();
        await composition.services.passwords.close();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** Opens the stores, does the work, closes them. */
export async function withServices<T>(
  flags: StoreFlags,
  io: Io,
  work: (services: Services) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const opened = await openForCommand(flags, io, options);
  try {
    return await work(opened.services);
  } finally {
    await opened.close();
  }
}

/** The account of this name. Throws when there is none. */
export async function accountOf(services: Services, name: string): Promise<UserRecord> {
  const user = await services.accounts.find(name);
  if (!user) throw new CommandError(`There is no account ${JSON.stringify(name)}`, 'nosuchuser');
  return user;
}

/** Who stands in the public log for what an operator does here: MediaWiki's reserved name for scripts. */
export const OPERATOR = { id: 0, name: 'Maintenance script' } as const;
