import { readFile } from 'node:fs/promises';
import { countInRange } from './range-lines.ts';

/** Looks a SHA-1 up in the range file `path` or `path.txt`. Rejects when neither can be read. */
export async function readRangeFile(path: string, sha1: string): Promise<number> {
  const lines = await readFile(`${path}.txt`, 'utf8').catch(() => readFile(path, 'utf8'));
  return countInRange(lines, sha1);
}
