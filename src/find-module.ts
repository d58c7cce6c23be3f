import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a package says of its files. */
interface Manifest {
  readonly exports?: unknown;
  readonly main?: unknown;
}

const CONDITIONS: ReadonlySet<string> = new Set(['node', 'import', 'default']);

const kindOf = (path: string): 'file' | 'folder' | null => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : null;
};

/** The target of an entry of `exports`: the first that holds for an import in Node. */
function targetOf(entry: unknown): string | null {
  if (typeof entry === 'string') return entry;
  if (Array.isArray(entry)) return entry.map(targetOf).find((target) => target !== null) ?? null;
  if (typeof entry !== 'object' || entry === null) return null;
  for (const [condition, inside] of Object.entries(entry)) {
    const target = CONDITIONS.has(condition) ? targetOf(inside) : null;
    if (target !== null) return target;
  }
  return null;
}

function entryOf(folder: string, subpath: string): string | null {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const { exports, main } = manifest;
  if (exports === undefined) {
    if (subpath !== '.') return join(folder, subpath);
    return join(folder, typeof main === 'string' ? main : 'index.js');
  }
  const hasPaths = typeof exports === 'object' && exports !== null && Object.keys(exports)[0]?.startsWith('.');
  const found = hasPaths ? (exports as Record<string, unknown>)[subpath] : subpath === '.' ? exports : undefined;
  const target = targetOf(found);
  return target === null ? null : join(folder, target);
}

/** Folders in which packages are looked for, from the nearest on. */
function* aboveOf(start: string): Generator<string> {
  for (let folder = start; ; folder = dirname(folder)) {
    yield folder;
    if (folder === dirname(folder)) return;
  }
}

function packageFolder(name: string, from: string): string | null {
  const own = dirname(fileURLToPath(import.meta.url));
  for (const start of [from, own]) {
    for (const above of aboveOf(start)) {
      const folder = join(above, 'node_modules', name);
      if (kindOf(join(folder, 'package.json')) === 'file') return folder;
    }
  }
  return null;
}

/**
 * The file that a module begins with: an absolute path of a file or of a folder with a `package.json`, or a package as
 * `import` would find it from the folder `from`, else beside Latchkey itself.
 *
 * @throws Error that says what is not there.
 */
export function findModule(name: string, from: string): string {
  const entry = isAbsolute(name) ? fileAt(name) : packageEntry(name, from);
  if (kindOf(entry) !== 'file') throw new Error(`it should begin with ${entry}, which does not exist`);
  return entry;
}

function fileAt(path: string): string {
  const kind = kindOf(path);
  if (kind === null) throw new Error('there is no such file');
  if (kind === 'file') return path;
  if (kindOf(join(path, 'package.json')) !== 'file') throw new Error('it is a folder without a package.json');
  const entry = entryOf(path, '.');
  if (entry === null) throw new Error('its package.json exports nothing that can be imported');
  return entry;
}

function packageEntry(specifier: string, from: string): string {
  const parts = /^(@[^/]+\/[^/]+|[^@./][^/]*)(?:\/(.+))?$/.exec(specifier);
  if (!parts) throw new Error('that is neither the name of a package nor of a file (./name, ../name, /name)');
  const [, name = '', subpath] = parts;
  const folder = packageFolder(name, from);
  if (folder === null) throw new Error(`there is no package ${name}, looked for from ${from}`);
  const entry = entryOf(folder, subpath === undefined ? '.' : `./${subpath}`);
  if (entry === null) throw new Error(`the package in ${folder} does not export it for import`);
  return entry;
}
