// Compiles src to dist and copies what is no TypeScript beside it. Does nothing when dist is newer than everything it
// is made from. --force builds all the same.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

const filesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const files = filesOf(join(root, 'src'));
const inputs = [
  ...files,
  ...['package.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs', 'scripts/bundle.mjs'].map((name) =>
    join(root, name),
  ),
];
// Folders count too: a removed file makes its folder newer.
const folders = [...new Set(files.map((file) => dirname(file)))];
const newest = Math.max(...[...inputs, ...folders].map((path) => statSync(path).mtimeMs));

if (!process.argv.includes('--force') && existsSync(stamp) && statSync(stamp).mtimeMs > newest) process.exit(0);

if (!existsSync(tsc)) {
  console.error('The packages are missing. Run: npm ci');
  process.exit(1);
}
// Made beside dist and then put in its place: whoever runs dist meanwhile never finds half of it.
const started = new Date();
const fresh = join(root, 'node_modules', '.cache', `latchkey-dist-${process.pid}`);
const old = `${fresh}.old`;
const cleanUp = () => {
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
};
process.on('exit', cleanUp);

/** Codex's CSS as it is, each file under the name in src/web/assets.ts, beside its licence. */
function copyCodex(folder) {
  const packages = join(root, 'node_modules', '@wikimedia');
  const files = {
    'tokens.css': 'codex-design-tokens/dist/theme-wikimedia-ui-root.css',
    'tokens-dark.css': 'codex-design-tokens/dist/theme-wikimedia-ui-mode-dark.css',
    'codex.css': 'codex/dist/codex.style.css',
    'codex-rtl.css': 'codex/dist/codex.style-rtl.css',
    'LICENSE.txt': 'codex/LICENSE',
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(files)) copyFileSync(join(packages, source), join(folder, name));
}

const result = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', fresh], {
  stdio: 'inherit',
});
if (result.status !== 0) {
  console.error('The build failed.');
  process.exit(1);
}
for (const file of files.filter((name) => !name.endsWith('.ts'))) {
  const target = join(fresh, file.slice(join(root, 'src').length));
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
}
copyCodex(join(fresh, 'web', 'assets', 'codex'));
await bundle(fresh);
writeFileSync(join(fresh, '.built'), '');
// What was changed during the build is newer than its result.
utimesSync(join(fresh, '.built'), started, started);
if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
renameSync(fresh, join(root, 'dist'));
console.error(`Built dist in ${((Date.now() - started.getTime()) / 1000).toFixed(1)} s`);
