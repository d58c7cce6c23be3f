import { setFlagsFromString } from 'node:v8';
import { type ConfigInput, loadConfig } from '../config/index.ts';
import { createLog } from '../http/index.ts';
import { defineCommand, storeArgs } from './command.ts';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { configFile, dataFolder } from './open.ts';

const signInPage = (url: string, articlePath: string): string =>
  url + articlePath.replace('$1', () => 'Special:UserLogin');

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError('--port takes a number from 0 (any free one) to 65535');
  return port;
}

/** Resolves with the first signal that asks the process to end; a second one ends it at once. */
const stopSignal = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve(signal);
      });
    }
  });

function announce(
  io: Io,
  url: string,
  api: string,
  page: string,
  admin: { name: string; password: string } | null,
): void {
  io.out(`Sign-in page  ${page}\nAction API    ${api}`);
  if (admin) io.out(`First administrator: ${admin.name}\nOne-time password:   ${admin.password}`);
  if (!url.startsWith('https:')) io.out('Ctrl+C stops the server.');
}

/** `latchkey serve`. */
export const serve = defineCommand({
  description: 'Run the server',
  args: {
    ...storeArgs,
    memory: { type: 'boolean', description: 'Keep everything in memory and forget it at the end' },
    fixtures: { type: 'string', valueHint: 'FILE', description: 'Load accounts for tests from this file' },
    'fixtures-profile': { type: 'string', valueHint: 'NAME', description: 'Also load the entries of this profile' },
    host: { type: 'string', valueHint: 'ADDRESS', description: 'Address to listen on (http.host)' },
    port: { type: 'string', valueHint: 'N', description: 'Port to listen on, 0 = any free one (http.port)' },
  },
  async run(args, io) {
    const port = readPort(args.port);
    const overrides: ConfigInput = {
      http: { ...(args.host === undefined ? {} : { host: args.host }), ...(port === undefined ? {} : { port }) },
      ...(args.memory ? { storage: { driver: 'memory' } } : {}),
    };
    const file = configFile(args, io);
    const config = await loadConfig({ ...(file === undefined ? {} : { file }), env: io.env, overrides });
    const log = createLog(config.log);
    const stopped = stopSignal();
    const { startServer } = await import('../server.ts');
    const server = await startServer({
      config,
      dataDir: dataFolder(args, io),
      memory: args.memory === true,
      ...(args.fixtures === undefined ? {} : { fixtures: args.fixtures }),
      ...(args['fixtures-profile'] === undefined ? {} : { fixturesProfile: args['fixtures-profile'] }),
      host: config.http.host,
      port: config.http.port,
      log,
    });
    // The part of the heap for young objects has grown enough while starting: requests leave little behind, and more
    // would cost some 20 MB for nothing that can be measured.
    setFlagsFromString('--semi-space-growth-factor=1');
    const { url, api, firstAdmin } = server;
    if (args.json) {
      io.out(JSON.stringify({ ready: true, url, api, pid: process.pid, ...(firstAdmin ? { firstAdmin } : {}) }));
    } else announce(io, url, api, signInPage(url, config.http.articlePath), firstAdmin);
    const signal = await stopped;
    log.info({ signal }, 'stopping');
    await server.close();
    log.flush();
  },
});
