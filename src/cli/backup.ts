import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openStores } from '../storage/open.ts';
import { defineCommand, storeArgs } from './command.ts';
import { report } from './io.ts';
import { databaseOf, dataFolder, readConfig, requireDatabase } from './open.ts';

/** `latchkey backup FILE`. */
export const backup = defineCommand({
  description:
    'Copy the database into a new file, also while the server runs. The secret is a file of its own: keep it too',
  args: { file: { type: 'positional', required: true, description: 'File that is made' }, ...storeArgs },
  async run(args, io) {
    const file = resolve(io.cwd, args.file);
    const database = databaseOf(await readConfig(args, io), dataFolder(args, io));
    requireDatabase(database);
    const storage = await openStores(database);
    try {
      if (!args.json) io.err('Copying…');
      await storage.stores.backup(file);
    } finally {
      await storage.close();
    }
    const { size } = await stat(file);
    report(io, args.json, { file, bytes: size }, () => `${file} (${size} bytes)`);
  },
});
