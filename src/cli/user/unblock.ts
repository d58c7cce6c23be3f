import { blockTarget } from '../../accounts/block-target.ts';
import { removeBlock } from '../../accounts/blocking.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { CommandError } from '../errors.ts';
import { report } from '../io.ts';
import { OPERATOR, withServices } from '../open.ts';

/** `latchkey user unblock TARGET`. */
export const unblock = defineCommand({
  description: 'Lift the block of an account, an address or a range',
  args: {
    target: { type: 'positional', required: true, description: 'Account name, address or range' },
    ...storeArgs,
    reason: { type: 'string', valueHint: 'TEXT', default: '', description: 'Reason for the public log' },
  },
  async run(args, io) {
    await withServices(args, io, async ({ accounts, stores, clock, messages }) => {
      const target = (await blockTarget(accounts, args.target))?.name ?? args.target;
      const outcome = await removeBlock(stores, OPERATOR, target, args.reason, clock.now());
      if ('refused' in outcome) {
        throw new CommandError(messages.plain(outcome.refused.message, 'en'), outcome.refused.code);
      }
      report(io, args.json, { target }, () => `${target} is no longer blocked`);
    });
  },
});
