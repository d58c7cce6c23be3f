import { resolve } from 'node:path';
import type { Logger } from './auth/services.ts';
import { type ConfigInput, createConfig } from './config/index.ts';
import type { Fixtures } from './fixtures.ts';
import { createEmbedded, type Embedded } from './http/index.ts';
import { openSite } from './site.ts';

export type { Config, ConfigInput } from './config/index.ts';
export type { Fixtures } from './fixtures.ts';

/** What {@link createLatchkey} can be told. */
export interface LatchkeyOptions {
  /** Options as in a configuration file. `http.publicUrl` is needed for links in mails. */
  readonly config?: ConfigInput;
  /** Folder of database, secret and outbox. Default `latchkey-data`. */
  readonly dataDir?: string;
  /** Keep everything in memory. */
  readonly memory?: boolean;
  readonly fixtures?: string | Fixtures;
  readonly fixturesProfile?: string;
  /** Default: warnings and errors go to the console. */
  readonly log?: Logger;
}

/** Latchkey inside an application's own server. */
export interface Latchkey extends Embedded {
  /** Name and one-time password of the first administrator, at the first start of an empty store. */
  readonly firstAdmin: { readonly name: string; readonly password: string } | null;
  /** Call it when no request can come any more. */
  close(): Promise<void>;
}

const consoleLog: Logger = {
  debug: () => {},
  info: () => {},
  warn: (fields, text) => console.warn(text, fields),
  error: (fields, text) => console.error(text, fields),
};

/**
 * Opens Latchkey for an application's own server: `http.createServer(latchkey.listener)`, or `latchkey.fetch(request)`.
 *
 * @throws ConfigError with every wrong option; StorageError when the store cannot be opened.
 */
export async function createLatchkey(options: LatchkeyOptions = {}): Promise<Latchkey> {
  const config = createConfig(options.config);
  const site = await openSite({
    config,
    dataDir: resolve(options.dataDir ?? 'latchkey-data'),
    memory: options.memory ?? false,
    fixtures: options.fixtures,
    fixturesProfile: options.fixturesProfile,
    log: options.log ?? consoleLog,
    publicUrl: () => `http://${config.http.host}:${config.http.port}`,
  });
  const { services, api, pages, gauges } = site.composition;
  return { ...createEmbedded({ services, api, pages, gauges }), firstAdmin: site.firstAdmin, close: site.close };
}
