import { defineCommand, storeArgs } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { report } from '../io.ts';
import { accountOf, withServices } from '../open.ts';

/** `latchkey bot-password revoke NAME APP`. */
export const revoke = defineCommand({
  description: 'Take a bot password away; what is signed in with it ends',
  args: {
    name: { type: 'positional', required: true, description: 'Name of the account' },
    app: { type: 'positional', required: false, description: 'Name of the program' },
    ...storeArgs,
    all: { type: 'boolean', description: 'All bot passwords of the account' },
  },
  async run(args, io) {
    if ((args.app === undefined) === !args.all) throw new UsageError('Give either APP or --all');
    await withServices(args, io, async (services) => {
      const user = await accountOf(services, args.name);
      const removed = await services.stores.botPasswords.remove(user.id, args.app);
      if (removed === 0) throw new CommandError(`${user.name} has no such bot password`, 'nosuchbotpassword');
      report(io, args.json, { name: user.name, removed }, () => `Took ${removed} bot password(s) of ${user.name} away`);
    });
  },
});
