import { isValidEmail } from '../../accounts/names/index.ts';
import { changeAddress } from '../../providers/email/change-address.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { CommandError } from '../errors.ts';
import { report } from '../io.ts';
import { accountOf, OPERATOR, withServices } from '../open.ts';

/** `latchkey user email NAME [ADDRESS]`. */
export const email = defineCommand({
  description: 'Set the mail address of an account; without one, remove it',
  args: {
    name: { type: 'positional', required: true, description: 'Name of the account' },
    address: { type: 'positional', required: false, description: 'Mail address' },
    ...storeArgs,
    confirmed: { type: 'boolean', description: 'The address is known to be theirs' },
  },
  async run(args, io) {
    const address = args.address ?? '';
    if (address !== '' && !isValidEmail(address))
      throw new CommandError(`${address} is no mail address`, 'invalidemailaddress');
    await withServices(args, io, async (services) => {
      const user = await accountOf(services, args.name);
      const confirmed = address !== '' && args.confirmed === true;
      await changeAddress(services, user, { address, confirmed, by: OPERATOR.name });
      report(io, args.json, { name: user.name, email: address, confirmed }, () =>
        address === '' ? `${user.name} has no mail address` : `${user.name} has the mail address ${address}`,
      );
    });
  },
});
