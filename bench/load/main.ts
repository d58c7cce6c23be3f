import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bareHasher, bareServer } from './ceilings.ts';
import { type Lane, Meter, measure, type Target } from './measure.ts';
import { measureMemory, measureStart } from './own-figures.ts';
import { ownAccounts, startOwn } from './own-server.ts';
import { lines, type Row } from './report.ts';
import { workloads } from './workloads.ts';

const HELP = `Loads a server and tells how fast it answers. Without --url: this program, on one core, over a store on disk.

  --url URL        address of the Action API (…/api.php)
  --vs URL         a second one, measured in turns with the first
  --pid N, --vs-pid N   processes whose processor time is counted, with their children
  --user --password --bot --bot-password   accounts of the servers at those addresses
  --only a,b       ${workloads.map(({ name }) => name).join(', ')}
  --duration S     seconds for each workload and server (default 6)
  --warmup S       seconds before each of those that are not counted (default 3): compilers and caches get warm
  --connections N  requests at once (default 16)
  --hash NAME      argon2id (default) or pbkdf2, of the server that is started here
  --ceiling        also plain Fastify with the same answers, and bare hashes
  --start N        starts this program N times and tells how long that takes; --fixtures FILE: with these accounts
  --memory N       memory after N sign-ins
  --core N         where servers run (default: the last core)
  --program DIR    folder with bin/latchkey.js and dist/ (default: this project)
  --json           figures as one line of JSON

Exit code 1: a server refused a request.`;

const options = {
  url: { type: 'string' },
  vs: { type: 'string' },
  pid: { type: 'string' },
  'vs-pid': { type: 'string' },
  user: { type: 'string', default: ownAccounts.user },
  password: { type: 'string', default: ownAccounts.password },
  bot: { type: 'string', default: ownAccounts.bot },
  'bot-password': { type: 'string', default: ownAccounts.botPassword },
  only: { type: 'string' },
  duration: { type: 'string', default: '6' },
  warmup: { type: 'string', default: '3' },
  connections: { type: 'string', default: '16' },
  hash: { type: 'string', default: 'argon2id' },
  ceiling: { type: 'boolean', default: false },
  start: { type: 'string' },
  fixtures: { type: 'string' },
  memory: { type: 'string' },
  core: { type: 'string', default: '1' },
  program: { type: 'string', default: '.' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** `npm run bench`: resolves to the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const say = (text: string): void => {
    if (!values.json) console.log(text);
  };
  const hash = values.hash === 'pbkdf2' ? 'pbkdf2' : 'argon2id';
  const own = { program: resolve(values.program), core: Number(values.core), hash } as const;
  const connections = Number(values.connections);
  const warmUpMs = Number(values.warmup) * 1000;

  if (values.start !== undefined) {
    const flags = values.fixtures === undefined ? [] : ['--fixtures', resolve(values.fixtures)];
    const start = await measureStart({ ...own, times: Number(values.start), flags });
    say(`start to ready: ${start.wall.join(', ')} ms; processor time ${start.cpu.join(', ')} ms`);
    if (values.json) console.log(JSON.stringify({ start }));
    return 0;
  }
  if (values.memory !== undefined) {
    const memory = await measureMemory({ ...own, signIns: Number(values.memory), connections });
    const { start, end, peak, signIns, errors } = memory;
    say(
      `RSS ${megabytes(start)} at the start, ${megabytes(end)} after ${signIns} sign-ins, at most ${megabytes(peak)}`,
    );
    if (values.json) console.log(JSON.stringify({ memory }));
    return errors === 0 ? 0 : 1;
  }

  const started = values.url === undefined ? await startOwn(own) : null;
  const accounts = {
    user: values.user,
    password: values.password,
    bot: values.bot,
    botPassword: values['bot-password'],
  };
  const at = (api: string, pid: string | undefined): Target => ({
    label: new URL(api).host,
    api,
    accounts,
    pid: pid === undefined ? null : Number(pid),
  });
  const first = started?.target ?? at(values.url as string, values.pid);
  const targets = values.vs === undefined ? [first] : [first, at(values.vs, values['vs-pid'])];

  const rows: Row[] = [];
  const names = values.only?.split(',') ?? workloads.map(({ name }) => name);
  const unknown = names.filter((name) => !workloads.some((workload) => workload.name === name));
  if (unknown.length > 0) throw new Error(`no such workload: ${unknown.join(', ')}`);
  try {
    for (const workload of workloads.filter(({ name }) => names.includes(name))) {
      const lanes: Lane[] = [];
      for (const target of targets) {
        const meter = new Meter(target);
        await meter.prepare(workload, connections, warmUpMs);
        lanes.push(meter);
      }
      if (values.ceiling && workload.constant)
        lanes.push(await bareServer(workload, first, { ...own, connections, warmUpMs }));
      if (values.ceiling && workload.name === 'clientlogin') lanes.push(await bareHasher(hash, own.program, own.core));
      const figures = await measure(lanes, Number(values.duration));
      const row: Row = {
        workload: workload.name,
        requests: workload.requests,
        lanes: lanes.map(({ label }, index) => ({ label, figures: figures[index] as Row['lanes'][number]['figures'] })),
      };
      rows.push(row);
      for (const line of lines(row)) say(line);
    }
  } finally {
    await started?.server.stop();
  }
  if (values.json) console.log(JSON.stringify({ rows }));
  const failed = rows.flatMap(({ lanes }) => lanes).filter(({ figures }) => figures.errors > 0);
  for (const { label, figures } of failed) console.error(`${label}: ${figures.firstError}`);
  return failed.length === 0 ? 0 : 1;
}
