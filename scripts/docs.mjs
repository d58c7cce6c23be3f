// Writes the pages of docs/reference from the declarations. The test of those pages makes them; here it may write.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/docs/reference.test.ts', '--update'], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
