import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles storage for other processes, which have no loader for TypeScript; gives the address of `open.js`. */
export const compiledStorage = (): string => {
  // Inside node_modules, so that the dependencies are found from there.
  const target = `${root}/node_modules/.cache/storage-test-${process.pid}-${Date.now()}`;
  afterAll(() => rmSync(target, { recursive: true, force: true }));
  execFileSync(process.execPath, [
    `${root}/node_modules/typescript/bin/tsc`,
    ...'--ignoreConfig --noCheck --rewriteRelativeImportExtensions --module nodenext --target es2023'.split(' '),
    ...['--types', 'node', '--rootDir', `${root}/src`, '--outDir', target, `${root}/src/storage/open.ts`],
  ]);
  return pathToFileURL(`${target}/storage/open.js`).href;
};

/** A program in another process. */
export interface Child {
  /** The next line that it prints; undefined when it has ended. */
  line(): Promise<string | undefined>;
  /** Ends it at once, without any clean-up, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a JavaScript module given as text. */
export const startChild = (program: string): Child => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => {
      const next = await lines.next();
      return next.done ? undefined : next.value;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};
