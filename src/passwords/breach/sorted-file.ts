import { type FileHandle, open } from 'node:fs/promises';

/** More than the longest line: 40 hex digits, a colon, a count, the line end. */
const WINDOW = 256;

const SHA1_LENGTH = 40;

/** The first whole line at or after `offset`, and the offset after it; null at the end of the file. */
async function lineAfter(file: FileHandle, offset: number): Promise<{ text: string; end: number } | null> {
  const from = Math.max(0, offset - 1);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(WINDOW), 0, WINDOW, from);
  const text = buffer.toString('latin1', 0, bytesRead);
  const start = offset === 0 ? 0 : text.indexOf('\n') + 1;
  if ((offset > 0 && start === 0) || start >= text.length) return null;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? undefined : end);
  return { text: line.trim(), end: from + (end < 0 ? bytesRead : end + 1) };
}

/**
 * Looks a SHA-1 up in a file of `SHA1` or `SHA1:COUNT` lines in rising order, by halving: about 35 small reads in the
 * whole of Pwned Passwords. Rejects when the file cannot be read.
 */
export async function searchSortedFile(path: string, sha1: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    let low = 0;
    let high = (await file.stat()).size;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const line = await lineAfter(file, middle);
      const hex = line?.text.slice(0, SHA1_LENGTH).toUpperCase();
      if (line === null || hex === undefined || hex > sha1) high = middle;
      else if (hex < sha1) low = line.end;
      else return Number(line.text.slice(SHA1_LENGTH + 1) || 1) || 0;
    }
    return 0;
  } finally {
    await file.close();
  }
}
