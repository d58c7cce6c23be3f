import { type ChildProcess, spawn } from 'node:child_process';
import { type Connection, openConnection } from '../wire/connection.ts';
import { type Lane, Meter, type Target } from './measure.ts';
import type { Workload } from './workloads.ts';

const SERVER = `
import { fastify } from 'fastify';
const [body, type] = JSON.parse(process.env.BARE_ANSWER);
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => done(null, body));
app.all('*', (request, reply) => reply.header('Content-Type', type).send(body));
await app.listen({ host: '127.0.0.1', port: 0 });
process.send(app.server.address().port);
`;

const HASHER = `
import { hash, verify } from '@node-rs/argon2';
import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
const salt = randomBytes(16);
const stored = await hash('Correct-Horse', { algorithm: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 });
const derive = promisify(pbkdf2);
const kinds = {
  argon2id: () => verify(stored, 'Correct-Horse'),
  pbkdf2: () => derive('Correct-Horse', salt, 30000, 64, 'sha512'),
};
process.on('message', async ({ kind, ms }) => {
  const start = performance.now();
  const cpu = process.cpuUsage();
  let count = 0;
  while (performance.now() - start < ms) { await kinds[kind](); count++; }
  const { user, system } = process.cpuUsage(cpu);
  process.send({ count, ms: performance.now() - start, cpuMs: (user + system) / 1000 });
});
process.send('ready');
`;

function spawnScript(script: string, program: string, core: number, env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn('taskset', ['-c', String(core), process.execPath, '--input-type=module', '-e', script], {
    cwd: program,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

const nextMessage = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`the bare process ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });

/** The last request of one unit of a workload, and the target's answer to it. */
async function sample(workload: Workload, target: Target): Promise<{ bytes: Uint8Array; body: string; type: string }> {
  const { hostname, port } = new URL(target.api);
  const inner = openConnection(hostname, Number(port || 80));
  let last: { bytes: Uint8Array; body: string; type: string } = { bytes: new Uint8Array(), body: '', type: '' };
  const watched: Connection = {
    async send(bytes, options) {
      const answer = await inner.send(bytes, options);
      last = { bytes, body: answer.body.toString(), type: answer.headers.get('content-type')?.[0] ?? '' };
      return answer;
    },
    close: () => inner.close(),
  };
  await (await workload.prepare(watched, target.api, target.accounts))();
  inner.close();
  return last;
}

/** Plain Fastify that gives the target's own answer to everything, under the same requests. */
export async function bareServer(
  workload: Workload,
  target: Target,
  options: { readonly program: string; readonly core: number; readonly connections: number; readonly warmUpMs: number },
): Promise<Lane> {
  const { bytes, body, type } = await sample(workload, target);
  const child = spawnScript(SERVER, options.program, options.core, { BARE_ANSWER: JSON.stringify([body, type]) });
  const port = await nextMessage(child);
  const api = `http://127.0.0.1:${port}/`;
  const meter = new Meter({ label: 'bare Fastify', api, accounts: target.accounts, pid: child.pid ?? null });
  const prepare: Workload['prepare'] = async (connection) => async () => {
    const answer = await connection.send(bytes);
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
  };
  await meter.prepare({ prepare }, options.connections, options.warmUpMs);
  return {
    label: meter.label,
    slice: (ms) => meter.slice(ms),
    figures: () => meter.figures(),
    close() {
      meter.close();
      child.kill();
    },
  };
}

/** One hash after the other, with nothing around it. */
export async function bareHasher(kind: 'argon2id' | 'pbkdf2', program: string, core: number): Promise<Lane> {
  const child = spawnScript(HASHER, program, core);
  await nextMessage(child);
  const sum = { count: 0, ms: 0, cpuMs: 0 };
  const run = async (ms: number): Promise<typeof sum> => {
    const answer = nextMessage(child);
    child.send({ kind, ms });
    return (await answer) as typeof sum;
  };
  await run(300);
  return {
    label: `bare ${kind}`,
    async slice(ms) {
      const part = await run(ms);
      sum.count += part.count;
      sum.ms += part.ms;
      sum.cpuMs += part.cpuMs;
    },
    figures: () => ({
      units: sum.count,
      perSecond: (sum.count / sum.ms) * 1000,
      p50: sum.ms / sum.count,
      p99: sum.ms / sum.count,
      cpu: sum.cpuMs / sum.count,
      errors: 0,
      firstError: null,
    }),
    close: () => child.kill(),
  };
}
