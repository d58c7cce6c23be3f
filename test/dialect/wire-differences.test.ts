import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createConfig } from '../../src/config/index.ts';
import { dialectTable } from '../../src/errors/dialect.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const bare = (cell = ''): string => cell.trim().replace(/^`(.*)`$/, '$1');

/** Cells of the table under a heading, without its first two lines. */
function tableUnder(heading: string): string[][] {
  const [, section = ''] = read('docs/wire-differences.md').split(`\n## ${heading}\n`);
  const lines = (section.split('\n## ')[0] as string).split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.split('|').slice(1, -1).map(bare));
}

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const pathsOf = (tree: Tree, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (isTree(value) ? pathsOf(value, `${before}${key}.`) : before + key));
const at = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (isTree(node) ? node[key] : undefined), tree);

it('every row of the table of dialects is documented with its values, and nothing else is', () => {
  const documented = tableUnder('Chosen by `api.compat`').map(([row, , ...values]) => [row, ...values]);
  const columns = ['documented', '1.39'] as const;
  const rows = Object.entries(dialectTable).map(([row, values]) => [row, ...columns.map((name) => `${values[name]}`)]);
  expect(documented).toEqual(rows);
  expect(Object.values(dialectTable).every((row) => Object.keys(row).length === columns.length)).toBe(true);
});

it('every option is documented with its default that the profile of a plain 1.39 sets back', () => {
  const documented = tableUnder('Chosen by options of their own');
  const own = /^(site|http|totp)\.|^api\.(compat|allowedOrigins)$|cookiePrefix$|suggestChangeOnLogin$/;
  const set = pathsOf(JSON.parse(read('conformance/profiles/plain.json'))).filter((path) => !own.test(path));
  expect(documented.map(([path]) => path).sort()).toEqual(set.sort());
  const config = createConfig({});
  for (const [path = '', , value] of documented) expect(JSON.stringify(at(config, path)), path).toBe(value);
});
