import { migrateStores } from '../storage/open.ts';
import { defineCommand, storeArgs } from './command.ts';
import { report } from './io.ts';
import { databaseOf, dataFolder, readConfig } from './open.ts';

/** `latchkey migrate`. */
export const migrate = defineCommand({
  description: 'Bring the database up to date (a server does so at its start)',
  args: { ...storeArgs, 'dry-run': { type: 'boolean', description: 'Only say what would be done' } },
  async run(args, io) {
    const dryRun = args['dry-run'] === true;
    const database = databaseOf(await readConfig(args, io), dataFolder(args, io));
    if (!args.json) io.err(`${database.file}: ${dryRun ? 'looking' : 'working'}…`);
    const steps = await migrateStores(database, { dryRun });
    report(io, args.json, { dryRun, steps }, () =>
      steps.length === 0 ? 'The database is up to date' : `${dryRun ? 'To do' : 'Done'}: ${steps.join(', ')}`,
    );
  },
});
