// Puts the program of dist/ and the packages it needs into a few files in dist/run/: Node opens some 700 modules
// otherwise, which is most of the time of a start. Native packages stay outside. What is loaded when first used stays a
// file of its own.
import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';

/** Entry points by the name of the file that they become. */
const ENTRIES = { main: 'cli/main.js' };

/** Modules look for their files beside themselves, and are somewhere else now. */
const ownPlace = (dist, out) => ({
  name: 'own-place',
  transform(code, id) {
    if (!id.startsWith(dist) || !code.includes('import.meta.')) return null;
    const url = `new URL(${JSON.stringify(relative(out, id))}, import.meta.url)`;
    return code
      .replaceAll(/\bimport\.meta\.url\b/g, `${url}.href`)
      .replaceAll(
        /\bimport\.meta\.dirname\b/g,
        `process.getBuiltinModule('node:url').fileURLToPath(new URL('.', ${url}))`,
      );
  },
});

/** Licences ask to stay with copies: those of all packages that have code in the bundle, as one text. */
function licences(moduleIds) {
  const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/.][^/]*)\//;
  const packages = new Set(moduleIds.flatMap((id) => folder.exec(id)?.[1] ?? []));
  const texts = [...packages].sort().map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const files = readdirSync(path).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
    const text = files.map((file) => readFileSync(join(path, file), 'utf8').trim()).join('\n\n');
    return `${name} ${version} (${license})\n\n${text}`;
  });
  return `The files in this folder hold code of these packages.\n\n${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Bundles the compiled program in this folder. */
export async function bundle(folder) {
  // The bundler names modules by their real paths.
  const dist = realpathSync(folder);
  const out = join(dist, 'run');
  rmSync(out, { recursive: true, force: true });
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(dist, file)])),
    platform: 'node',
    external: [/^@node-rs\//, /^@photostructure\//],
    plugins: [ownPlace(dist, out)],
    logLevel: 'warn',
  });
  const { output } = await build.write({
    dir: out,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  });
  await build.close();
  writeFileSync(join(out, 'LICENSES.txt'), licences(output.flatMap((chunk) => chunk.moduleIds ?? [])));
}
