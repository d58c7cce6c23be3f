import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BreachListOptions, BreachLookup } from './lookup.ts';
import { readRangeFile } from './range-folder.ts';
import { remoteRanges } from './remote.ts';
import { searchSortedFile } from './sorted-file.ts';

async function openLocal(path: string): Promise<BreachLookup> {
  const folder = (await stat(path)).isDirectory();
  return folder ? (sha1) => readRangeFile(join(path, sha1.slice(0, 5)), sha1) : (sha1) => searchSortedFile(path, sha1);
}

/**
 * Whether a password is known from a data breach. No more than five hex digits of its SHA-1 leave this machine.
 * The answer rejects when the list cannot be read or the service takes too long.
 */
export function breachList(options: BreachListOptions): (password: string) => Promise<boolean> {
  const remote = /^https?:\/\//i.test(options.source) ? remoteRanges(options) : null;
  return async (password) => {
    const lookUp = remote ?? (await openLocal(options.source));
    const sha1 = createHash('sha1').update(password.normalize('NFC'), 'utf8').digest('hex').toUpperCase();
    return (await lookUp(sha1)) > 0;
  };
}
