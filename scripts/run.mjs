// Runs the `main` of a TypeScript program: node scripts/run.mjs bench/fuzz/main.ts --seed 1. Exit code: what it resolves to.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...args] = process.argv.slice(2);
// In node_modules, so that its imports of packages resolve.
const folder = join(root, 'node_modules', '.cache', 'latchkey');
mkdirSync(folder, { recursive: true });
const out = join(folder, `${file.replace(/\W+/g, '-')}.mjs`);
const bundle = await rolldown({ input: join(root, file), platform: 'node', external: /^[^./]/ });
await bundle.write({ file: out, format: 'esm' });
const { main } = await import(pathToFileURL(out).href);
process.exitCode = await main(args);
