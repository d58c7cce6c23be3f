import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomHex } from './base/random.ts';

/**
 * The server's secrets, newest first: those of the configuration, else the lines of `<data>/secret`, which is made at
 * the first start (mode 0600). Without a data folder they last as long as the process.
 *
 * @throws Error when the file holds no secret of 32 characters or more.
 */
export async function loadSecrets(configured: readonly string[] | null, dataDir: string | null): Promise<string[]> {
  if (configured) return [...configured];
  if (dataDir === null) return [randomHex(32)];
  const file = join(dataDir, 'secret');
  try {
    const handle = await open(file, 'wx', 0o600);
    const made = randomHex(32);
    await writeFile(handle, `${made}\n`);
    await handle.sync();
    await handle.close();
    return [made];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      return loadSecrets(configured, dataDir);
    }
    if (code !== 'EEXIST') throw error;
  }
  const secrets = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  const usable = secrets.filter((line) => line.length >= 32);
  if (usable.length === 0) throw new Error(`${file} holds no secret of at least 32 characters`);
  return usable;
}
