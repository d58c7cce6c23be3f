import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MESSAGE_FOLDER, messageFolders } from '../../src/i18n/message-files.ts';
import type { MessageNodes } from '../../src/i18n/nodes.ts';
import { parseMessage } from '../../src/i18n/parse.ts';

const read = (folder: string, language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'));

const folders = messageFolders().map((folder) => [folder.slice(MESSAGE_FOLDER.length) || 'messages', folder] as const);

test.each(folders)('every English text in %s is documented, and nothing else is', (_, folder) => {
  expect(Object.keys(read(folder, 'qqq'))).toEqual(Object.keys(read(folder, 'en')));
});

test.each(folders)('every parameter of an English text in %s is documented', (_, folder) => {
  const qqq = read(folder, 'qqq');
  const missing = Object.entries(read(folder, 'en')).flatMap(([key, text]) =>
    [...new Set(text.match(/\$\d/g) ?? [])]
      .filter((name) => !qqq[key]?.includes(`${name}:`))
      .map((name) => `${key} ${name}`),
  );
  expect(missing).toEqual([]);
});

test.each(folders)('a translation in %s has no key that English does not have', (_, folder) => {
  const known = new Set(Object.keys(read(folder, 'en')));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const strange = Object.keys(read(folder, name.slice(0, -5))).filter((key) => !known.has(key));
    expect(strange, name).toEqual([]);
  }
});

test('no key stands in two files of one language', () => {
  const keys = folders.flatMap(([, folder]) => Object.keys(read(folder, 'en')));
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

/** Literal text in which markup was left over: a construct that is not complete. */
const leftovers = (nodes: MessageNodes): string[] =>
  nodes.flatMap((node) => {
    if (typeof node === 'string') return /\{\{|\}\}|\[\[|\]\]|<\/?[a-z]|''/.test(node) ? [node] : [];
    if (node.type === 'plural' || node.type === 'gender') return [...node.forms, node.of].flatMap(leftovers);
    if (node.type === 'link') return leftovers([...node.target, ...(node.label ?? [])]);
    if (node.type === 'external') return leftovers([...node.url, ...node.label]);
    return 'children' in node ? leftovers(node.children) : [];
  });

test.each(folders)('the markup of every English text in %s is complete', (_, folder) => {
  for (const [key, text] of Object.entries(read(folder, 'en'))) expect(leftovers(parseMessage(text)), key).toEqual([]);
});
