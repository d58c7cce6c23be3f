import { readFile } from 'node:fs/promises';
import { type BloomFilter, bloomFilter } from './bloom-filter.ts';

let builtIn: Promise<BloomFilter> | undefined;

async function loadBuiltIn(): Promise<BloomFilter> {
  const { default: data } = await import('./common-passwords.json', { with: { type: 'json' } });
  return bloomFilter(data);
}

/**
 * Whether a password is one of the 100,000 most common ones, exactly as written. The list (see README.md here) is
 * read at the first call. One password in a million that is not in it counts as common too.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  builtIn ??= loadBuiltIn();
  return (await builtIn).has(password);
}

/**
 * The same, with the words of a file beside the built-in ones: one a line, UTF-8. The file is read at the first call;
 * rejects as long as it cannot be read.
 */
export function commonListWith(file: string): (password: string) => Promise<boolean> {
  let words: Promise<Set<string>> | undefined;
  const load = async () => {
    const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
    return new Set(lines.filter((line) => line !== '').map((line) => line.normalize('NFC')));
  };
  return async (password) => {
    words ??= load().catch((error: unknown) => {
      words = undefined;
      throw error;
    });
    return (await words).has(password) || (await isCommonPassword(password));
  };
}
