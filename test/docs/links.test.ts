import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { renderReference } from '../../src/config/index.ts';

const root = resolve(import.meta.dirname, '../..');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
].map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);

test.each(pages)('the links of %s lead somewhere', (name, text) => {
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target as string);
  expect(targets.filter((target) => !existsSync(join(root, dirname(name), target)))).toEqual([]);
});

test.each(pages)('the options and files that %s names exist', (name, text) => {
  const options = new Set([...renderReference().matchAll(/^### `(.+)`$/gm)].map(([, path]) => path as string));
  const sections = new Set([...options].filter((path) => path.includes('.')).map((path) => path.split('.')[0]));
  const known = (word: string) => options.has(word) || [...options].some((path) => path.startsWith(`${word}.`));
  const words = [...text.matchAll(/`([a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)+)(?: ?=[^`]*)?`/g)].map(
    ([, word]) => word as string,
  );
  const strange = words.filter(
    (word) => sections.has(word.split('.')[0]) && !/\.(ts|js|mjs|json|php|sqlite)$/.test(word),
  );
  expect(strange.filter((word) => !known(word))).toEqual([]);
  const files = [...text.matchAll(/`((?:src|test|docs|scripts|bin)\/[\w./-]+)`/g)].map(([, file]) => file as string);
  const invented = name.endsWith('writing-a-provider.md') ? /invitation/ : /$^/;
  expect(files.filter((file) => !invented.test(file) && !existsSync(join(root, file)))).toEqual([]);
});
