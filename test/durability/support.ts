import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { ApiClient } from '../../src/testing/index.ts';

const root = join(import.meta.dirname, '../..');

/** A server in a process of its own. */
export interface ServerProcess {
  readonly api: string;
  readonly origin: string;
  client(): ApiClient;
  /** Sends a signal and resolves to the exit code; null when the signal itself ended the process. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** A folder with a configuration in which servers run one after the other. */
export interface Place {
  start(): Promise<ServerProcess>;
}

const running = new Set<ChildProcess>();
const folders: string[] = [];

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'pipe' });
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty data folder; no throttles, and hashes of that many rounds of pbkdf2. */
export function place(rounds = 1): Place {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-durability-'));
  folders.push(folder);
  const config = {
    passwords: { format: 'pbkdf2', pbkdf2: { rounds } },
    throttles: {
      signIn: { perPair: [], perAddress: [], perAccount: [] },
      accountCreation: { perAddress: [] },
    },
  };
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify(config));
  return { start: () => startIn(folder, file) };
}

function startIn(folder: string, config: string): Promise<ServerProcess> {
  const args = [join(root, 'bin/latchkey.js'), 'serve', '--json', '--port', '0', '--config', config];
  const child = spawn(process.execPath, [...args, '--data', join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: folder,
  });
  running.add(child);
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (part) => {
    log += part;
  });
  return new Promise((resolve, reject) => {
    exited.then((code) => reject(new Error(`the server ended with ${code} before it was ready: ${log}`)));
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      out += part;
      const end = out.indexOf('\n');
      if (end < 0) return;
      const { api, url } = JSON.parse(out.slice(0, end)) as { api: string; url: string };
      resolve({
        api,
        origin: url,
        client: () => new ApiClient(api),
        end(signal) {
          child.kill(signal);
          return exited;
        },
      });
    });
  });
}

/** The password that tests give to the account of this name. */
export const passwordOf = (name: string): string => `Correct-Horse ${name}`;

/** All accounts, from the list that anybody can read. */
export async function accountNames(client: ApiClient): Promise<string[]> {
  const names: string[] = [];
  let more: Record<string, string> | undefined = {};
  while (more) {
    const answer = (await client.get({ action: 'query', list: 'allusers', aulimit: 'max', ...more })) as {
      query: { allusers: { name: string }[] };
      continue?: Record<string, string>;
    };
    names.push(...answer.query.allusers.map(({ name }) => name));
    more = answer.continue;
  }
  return names;
}

/** Names of the accounts whose creation is in the public log, once for each entry. */
export async function loggedNames(client: ApiClient): Promise<string[]> {
  const names: string[] = [];
  let more: Record<string, string> | undefined = {};
  while (more) {
    const query = { action: 'query', list: 'logevents', letype: 'newusers', lelimit: 'max', ...more };
    const answer = (await client.get(query)) as {
      query: { logevents: { title: string }[] };
      continue?: Record<string, string>;
    };
    names.push(...answer.query.logevents.map(({ title }) => title.slice(title.indexOf(':') + 1)));
    more = answer.continue;
  }
  return names;
}
