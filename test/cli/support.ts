import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach } from 'vitest';
import { root } from '../../src/cli/root.ts';
import { runCli } from '../../src/cli/run.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** What a command line did. */
export interface Done {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A working folder in which commands are run, as in a shell; nobody sits there. */
export interface Shell {
  readonly folder: string;
  /** Runs `latchkey …args`. */
  run(args: string[], stdin?: string): Promise<Done>;
  /** The same with `--json`; the parsed result. Fails when the command fails. */
  // biome-ignore lint/suspicious/noExplicitAny: results have as many types as there are commands
  json(args: string[], stdin?: string): Promise<any>;
  readonly env: Record<string, string>;
}

export async function shell(): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-cli-'));
  folders.push(folder);
  const env: Record<string, string> = {};
  const run: Shell['run'] = async (args, stdin = '') => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCli(root, args, {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      stdin: Readable.from([stdin]),
      interactive: false,
      env,
      cwd: folder,
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return {
    folder,
    env,
    run,
    async json(args, stdin) {
      const { code, out, err } = await run([...args, '--json'], stdin);
      if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
      return JSON.parse(out);
    },
  };
}
