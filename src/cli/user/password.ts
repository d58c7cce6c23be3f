import { defineCommand, storeArgs } from '../command.ts';
import { report } from '../io.ts';
import { accountOf, withServices } from '../open.ts';
import { choosePassword, passwordArgs, setPassword } from '../set-password.ts';

/** `latchkey user password NAME`. */
export const password = defineCommand({
  description: 'Set the password of an account, from a prompt or from standard input; ends its sessions',
  args: {
    name: { type: 'positional', required: true, description: 'Name of the account' },
    ...storeArgs,
    ...passwordArgs,
  },
  async run(args, io) {
    await withServices(args, io, async (services) => {
      const user = await accountOf(services, args.name);
      const groups = services.accounts.effectiveGroups(user);
      const { password, generated } = await choosePassword(services, args, { name: user.name, groups }, io);
      await setPassword(services, user, password);
      report(io, args.json, { name: user.name, ...(generated ? { password } : {}) }, () =>
        generated ? `${user.name} has the password ${password}` : `${user.name} has a new password`,
      );
    });
  },
});
