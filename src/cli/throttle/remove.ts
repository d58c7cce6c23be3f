import { defineCommand, storeArgs } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { report } from '../io.ts';
import { withServices } from '../open.ts';

/** `latchkey throttle remove ID`. */
export const remove = defineCommand({
  description: 'End an exemption from the limit on account creation',
  args: {
    id: { type: 'positional', required: true, description: 'Number of the exemption, as `throttle list` shows it' },
    ...storeArgs,
  },
  async run(args, io) {
    const id = Number(args.id);
    if (!Number.isInteger(id)) throw new UsageError('ID is a whole number');
    await withServices(args, io, async ({ stores }) => {
      if (!(await stores.throttleExemptions.remove(id)))
        throw new CommandError(`There is no exemption ${id}`, 'nosuchexemption');
      report(io, args.json, { id }, () => `Exemption ${id} is over`);
    });
  },
});
