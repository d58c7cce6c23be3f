import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { migrationStatus, openStores } from '../storage/open.ts';
import { defineCommand, storeArgs } from './command.ts';
import { CommandError } from './errors.ts';
import { report } from './io.ts';
import { databaseOf, dataFolder, readConfig, requireDatabase } from './open.ts';

interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly text: string;
}

type Check = (config: Config, dataDir: string) => Promise<Omit<Finding, 'check'>>;

const ok = (text: string) => ({ state: 'ok', text }) as const;
const warning = (text: string) => ({ state: 'warning', text }) as const;

const CHECKS: Readonly<Record<string, Check>> = {
  async node() {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const enough = major > 20 || (major === 20 && minor >= 19);
    return enough ? ok(process.version) : { state: 'problem', text: `${process.version} is older than 20.19` };
  },
  async 'data folder'(_config, dataDir) {
    await access(dataDir, constants.R_OK | constants.W_OK);
    const { mode } = await stat(dataDir);
    return (mode & 0o077) === 0 ? ok(dataDir) : warning(`${dataDir} can be read by other users of this machine`);
  },
  async secret(config, dataDir) {
    if (config.secret !== null) return ok('from the configuration');
    const { mode } = await stat(join(dataDir, 'secret'));
    return (mode & 0o077) === 0 ? ok('in the data folder') : warning('the file `secret` can be read by other users');
  },
  async database(config, dataDir) {
    const database = databaseOf(config, dataDir);
    requireDatabase(database);
    const missing = (await migrationStatus(database)).filter(({ doneAt }) => doneAt === null);
    if (missing.length > 0)
      return warning(`steps to do: ${missing.map(({ name }) => name).join(', ')} (latchkey migrate)`);
    const { stores, close } = await openStores(database);
    try {
      await stores.ping();
      return ok(`${await stores.users.count()} accounts`);
    } finally {
      await close();
    }
  },
  async mail(config, dataDir) {
    if (!config.mail.enabled) return ok('switched off');
    const database = databaseOf(config, dataDir);
    requireDatabase(database);
    const { stores, close } = await openStores(database);
    try {
      const stuck = (await stores.mailQueue.list(1000)).filter((mail) => mail.attempts > 0);
      if (stuck.length > 0) return warning(`${stuck.length} mails could not be sent yet: ${stuck[0]?.lastError}`);
    } finally {
      await close();
    }
    return config.mail.transport === null
      ? warning('no mail server: mails are files in the outbox')
      : ok('queue is empty');
  },
  async address(config) {
    const { publicUrl, host, trustedProxies } = config.http;
    if (publicUrl === null) return warning('http.publicUrl is not set: mails point to the listening address');
    if (publicUrl.startsWith('https:') && trustedProxies.length === 0) {
      return warning(
        'http.publicUrl is https but http.trustedProxies is empty: cookies are not Secure, clients have the address of the proxy',
      );
    }
    return ok(`${publicUrl}, listening on ${host}`);
  },
};

/** `latchkey doctor`. */
export const doctor = defineCommand({
  description: 'Look for problems in the installation',
  args: storeArgs,
  async run(args, io) {
    const config = await readConfig(args, io);
    const dataDir = dataFolder(args, io);
    const findings: Finding[] = [];
    for (const [check, look] of Object.entries(CHECKS)) {
      try {
        findings.push({ check, ...(await look(config, dataDir)) });
      } catch (error) {
        findings.push({ check, state: 'problem', text: error instanceof Error ? error.message : String(error) });
      }
    }
    const problems = findings.filter(({ state }) => state === 'problem').length;
    report(io, args.json, { ok: problems === 0, findings }, () =>
      findings.map(({ check, state, text }) => `${state.padEnd(8)} ${check.padEnd(12)} ${text}`).join('\n'),
    );
    if (problems > 0) throw new CommandError(`${problems} problem(s) found`, 'problems');
  },
});
