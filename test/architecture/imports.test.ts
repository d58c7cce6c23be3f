import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/**
 * Rooms and their numbers: a file imports from its own room or from one with a lower number. Files directly in `src`
 * put the rooms together (room 8); the rooms that start what they put together lie above them.
 */
const ROOMS: Readonly<Record<string, number>> = {
  base: 0,
  errors: 1,
  i18n: 1,
  config: 1,
  storage: 2,
  accounts: 3,
  passwords: 3,
  sessions: 3,
  mail: 3,
  auth: 4,
  providers: 5,
  api: 6,
  web: 6,
  http: 7,
  '': 8,
  client: 8,
  cli: 9,
  testing: 9,
};

/** Rooms that know a package, so that no other does. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  fastify: ['http'],
  '@fastify/busboy': ['http'],
  pino: ['http'],
  'prom-client': ['http'],
  nodemailer: ['mail'],
  kysely: ['storage'],
  citty: ['cli'],
  '@clack/prompts': ['cli'],
};

/** Files that may be longer than 300 lines, each with its reason. */
const LONG: Readonly<Record<string, string>> = {};
const MAX_LINES = 300;

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

interface Import {
  readonly from: string;
  readonly to: string;
  /** Only types: gone at run time. */
  readonly type: boolean;
  readonly lazy: boolean;
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const files = readdirSync(src, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(src, join(entry.parentPath, entry.name)));

const imports: Import[] = files.flatMap((from) =>
  [...withoutComments(readFileSync(join(src, from), 'utf8')).matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const to = target.startsWith('.') ? relative(src, resolve(src, dirname(from), target)) : target;
    return { from, to, type: /^\s*(?:import|export)\s+type\s/.test(match[0]), lazy: match[3] !== undefined };
  }),
);

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '');
const isOwn = (file: string): boolean => files.includes(file);

test('the reader of imports finds them', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.filter(({ to }) => isOwn(to)).length).toBeGreaterThan(files.length);
  expect(imports.some(({ lazy }) => lazy)).toBe(true);
});

test('every room has a number', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !(room in ROOMS))).toEqual([]);
});

test('a file imports only from its own room or from a lower one', () => {
  const wrong = imports
    .filter(({ to }) => isOwn(to))
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && ROOMS[roomOf(to)]! >= ROOMS[roomOf(from)]!)
    .map(({ from, to }) => `${from} → ${to}`);
  expect(wrong).toEqual([]);
});

test('a relative import names a file of src', () => {
  const lost = imports.filter(({ to }) => to.endsWith('.ts') && !isOwn(to)).map(({ from, to }) => `${from} → ${to}`);
  expect(lost).toEqual([]);
});

test('no files import each other in a circle', () => {
  const edges = new Map<string, string[]>();
  for (const { from, to, type, lazy } of imports) {
    if (!type && !lazy && isOwn(to)) edges.set(from, [...(edges.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) circles.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('a package is known to its room alone', () => {
  const wrong = imports
    .filter(({ from, to }) => to in PACKAGES && !PACKAGES[to]!.includes(roomOf(from)))
    .map(({ from, to }) => `${from} → ${to}`);
  expect(wrong).toEqual([]);
});

test('files stay short', () => {
  const long = files
    .filter((file) => !(file in LONG))
    .map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ file, lines }) => `${file}: ${lines}`);
  expect(long).toEqual([]);
});
