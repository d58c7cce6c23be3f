import { defineCommand, storeArgs } from '../command.ts';
import { report } from '../io.ts';
import { accountOf, withServices } from '../open.ts';
import { endSessions } from '../set-password.ts';

/** `latchkey user end-sessions NAME`. */
export const endSessionsCommand = defineCommand({
  description: 'Sign an account out everywhere, remembered sign-ins included',
  args: { name: { type: 'positional', required: true, description: 'Name of the account' }, ...storeArgs },
  async run(args, io) {
    await withServices(args, io, async (services) => {
      const user = await accountOf(services, args.name);
      await endSessions(services, user);
      report(io, args.json, { name: user.name }, () => `${user.name} is signed out everywhere`);
    });
  },
});
