import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the message files; the build copies it beside the compiled code. */
export const MESSAGE_FOLDER = fileURLToPath(new URL('./messages/', import.meta.url));

/** The folder itself and its subfolders: each may hold one file per language for one subject. */
export const messageFolders = (): readonly string[] => [
  MESSAGE_FOLDER,
  ...readdirSync(MESSAGE_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(MESSAGE_FOLDER, entry.name)),
];

/** Languages that have a file. `qqq` documents the messages and is no language. */
export const availableLanguages = (folders: readonly string[]): readonly string[] =>
  [
    ...new Set(
      folders
        .flatMap((folder) => readdirSync(folder))
        .filter((name) => name.endsWith('.json') && name !== 'qqq.json')
        .map((name) => name.slice(0, -'.json'.length)),
    ),
  ].sort();

/** All texts of one language by key. */
export function readMessages(folders: readonly string[], language: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const folder of folders) {
    let content: string;
    try {
      content = readFileSync(join(folder, `${language}.json`), 'utf8');
    } catch (error) {
      // A subject that is not translated yet falls back, like a single text.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw error;
    }
    for (const [key, value] of Object.entries(JSON.parse(content) as Record<string, unknown>)) {
      if (typeof value === 'string') texts.set(key, value);
    }
  }
  return texts;
}
