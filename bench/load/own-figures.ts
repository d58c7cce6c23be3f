import { startServerProcess } from '../server-process.ts';
import { openConnection } from '../wire/connection.ts';
import { cpuMs, rssBytes } from './cpu.ts';
import { startOwn } from './own-server.ts';
import { workloads } from './workloads.ts';

/** From the start of the process to the line that says it is ready. */
export interface StartFigures {
  /** Milliseconds, of each start. */
  readonly wall: readonly number[];
  readonly cpu: readonly number[];
}

/** Starts the program some times over an empty store on disk. */
export async function measureStart(options: {
  readonly program: string;
  readonly core: number;
  readonly times: number;
  readonly flags: readonly string[];
}): Promise<StartFigures> {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let number = 0; number < options.times; number++) {
    const server = await startServerProcess(options);
    wall.push(Math.round(server.startMs));
    cpu.push(cpuMs(server.pid));
    await server.stop();
  }
  return { wall, cpu };
}

/** Memory in bytes: right after the start, after so many sign-ins, and the most that was seen in between. */
export interface MemoryFigures {
  readonly start: number;
  readonly end: number;
  readonly peak: number;
  readonly signIns: number;
  readonly errors: number;
}

/** Signs in so often over some connections and looks at the memory of the process. */
export async function measureMemory(options: {
  readonly program: string;
  readonly core: number;
  readonly hash: 'argon2id' | 'pbkdf2';
  readonly signIns: number;
  readonly connections: number;
}): Promise<MemoryFigures> {
  const { target, server } = await startOwn(options);
  const { hostname, port } = new URL(target.api);
  const signIn = workloads.find(({ name }) => name === 'clientlogin');
  if (!signIn) throw new Error('there is no workload clientlogin');
  const start = rssBytes(server.pid);
  let peak = start;
  let left = options.signIns;
  let errors = 0;
  const loop = async (): Promise<void> => {
    const connection = openConnection(hostname, Number(port));
    const worker = await signIn.prepare(connection, target.api, target.accounts);
    while (left-- > 0) {
      await worker().catch(() => errors++);
      if (left % 50 === 0) peak = Math.max(peak, rssBytes(server.pid));
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: options.connections }, loop));
  const end = rssBytes(server.pid);
  await server.stop();
  return { start, end, peak: Math.max(peak, end), signIns: options.signIns, errors };
}
