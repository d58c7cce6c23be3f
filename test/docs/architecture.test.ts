import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STEPS } from '../../src/api/steps.ts';
import { createStages } from '../../src/auth/flows/create.ts';
import { linkStages } from '../../src/auth/flows/link.ts';
import { loginStages } from '../../src/auth/flows/login.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/architecture.md', root), 'utf8');

/** The code words in the first column of the table under a heading. */
const firstColumn = (heading: string): string[] => {
  const start = page.indexOf(`## ${heading}\n`);
  const end = page.indexOf('\n## ', start + 1);
  return [...page.slice(start, end < 0 ? undefined : end).matchAll(/^\| `([^`]+)` \|/gm)].map(
    ([, word]) => word as string,
  );
};

test('every production dependency is in the table, and nothing else is', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  expect(firstColumn('What it stands on').sort()).toEqual(Object.keys(dependencies).sort());
});

test('every room is in the table, and nothing else is', () => {
  const folders = readdirSync(new URL('src/', root), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(firstColumn('Rooms').sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('every table of the database is in the table', () => {
  const folder = new URL('src/storage/sql/migrations/', root);
  const made = readdirSync(folder).flatMap((file) => [
    ...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bwith(?:Id|User)\('(\w+)'\)|createTable\('(\w+)'\)/g),
  ]);
  expect(firstColumn('Data').sort()).toEqual(made.map(([, one, other]) => one ?? other).sort());
});

test('the picture of a request shows its checks in their order', () => {
  const shown = [...page.matchAll(/\bs\d+\[([^\]]+)\]/g)].map(([, name]) => name);
  expect(shown).toEqual(STEPS.map(({ name }) => name));
});

test('the picture of the flows shows their stages in their order', () => {
  const shown = (letter: string) =>
    [...page.matchAll(new RegExp(`\\b${letter}\\d\\[(?!\\[)([^\\]:]+)`, 'g'))].map(([, name]) => name);
  const names = (stages: readonly { readonly name: string }[]) => stages.map(({ name }) => name);
  expect(shown('l')).toEqual(names(loginStages([])));
  expect(shown('c')).toEqual(names(createStages([])));
  expect(shown('k')).toEqual(names(linkStages([])));
});
