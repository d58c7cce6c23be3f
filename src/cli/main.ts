import { processIo } from './io.ts';
import { root } from './root.ts';
import { runCli } from './run.ts';

/** Runs the command line of this process and sets its exit code. */
export async function main(): Promise<void> {
  process.exitCode = await runCli(root, process.argv.slice(2), processIo());
}
