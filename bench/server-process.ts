import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a server is started. */
export interface ServerProcessOptions {
  /** Folder of the program: `bin/latchkey.js` and `dist/`. */
  readonly program: string;
  readonly config?: object;
  readonly fixtures?: object;
  /** `serve` flags beside those. */
  readonly flags?: readonly string[];
  /** Bind the process to this core. */
  readonly core?: number;
  readonly nodeFlags?: readonly string[];
}

/** Memory of a process after a collection of what is unused, in bytes. */
export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
}

/** A server in a process of its own, over an empty data folder. */
export interface ServerProcess {
  readonly url: string;
  readonly api: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to the line that says it is ready. */
  readonly startMs: number;
  /** What it has logged so far. */
  log(): string;
  /** Exit code or signal once it has ended by itself; null while it runs. */
  ended(): string | null;
  memory(): Promise<Memory>;
  /** Ends it and removes its data; resolves to the exit code. */
  stop(): Promise<number | null>;
}

/** Answers questions about memory; does not keep the process alive. */
const PROBE = `data:text/javascript,${encodeURIComponent(`
process.on('message', () => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send({ rss, heapUsed });
});
process.channel?.unref();
`)}`;

/** Starts a server and waits until it is ready. Rejects with its log when it ends before. */
export function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-process-'));
  const args = [
    ...(options.nodeFlags ?? []),
    '--expose-gc',
    '--import',
    PROBE,
    join(options.program, 'bin/latchkey.js'),
  ];
  args.push('serve', '--json', '--port', '0', '--data', join(folder, 'data'), ...(options.flags ?? []));
  for (const name of ['config', 'fixtures'] as const) {
    const content = options[name];
    if (!content) continue;
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(content));
    args.push(`--${name}`, file);
  }
  const pinned = options.core === undefined ? [] : ['taskset', '-c', String(options.core)];
  const [command, ...rest] = [...pinned, process.execPath, ...args] as [string, ...string[]];
  const started = performance.now();
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], cwd: folder });
  let log = '';
  let end: string | null = null;
  child.stderr?.setEncoding('utf8').on('data', (part) => {
    // The end of a long log tells most.
    log = (log + part).slice(-200_000);
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code, signal) => {
      end = String(signal ?? code);
      resolve(code);
    });
  });
  return new Promise((resolve, reject) => {
    exited.then((code) => {
      rmSync(folder, { recursive: true, force: true });
      reject(new Error(`the server ended with ${code} before it was ready: ${log}`));
    });
    let out = '';
    child.stdout?.setEncoding('utf8').on('data', (part) => {
      out += part;
      const line = out.indexOf('\n');
      if (line < 0) return;
      const ready = JSON.parse(out.slice(0, line)) as { url: string; api: string; pid: number };
      resolve({
        ...ready,
        startMs: performance.now() - started,
        log: () => log,
        ended: () => end,
        memory: () => askMemory(child),
        stop() {
          child.kill('SIGTERM');
          return exited;
        },
      });
    });
  });
}

const askMemory = (child: ChildProcess): Promise<Memory> =>
  new Promise((resolve, reject) => {
    if (!child.connected) {
      reject(new Error('the server is gone'));
      return;
    }
    child.once('message', (memory) => resolve(memory as Memory));
    child.send('memory');
  });
