import { blockTarget } from '../../accounts/block-target.ts';
import { putBlock } from '../../accounts/blocking.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { CommandError } from '../errors.ts';
import { report, showTime } from '../io.ts';
import { OPERATOR, withServices } from '../open.ts';

/** `latchkey user block TARGET`. */
export const block = defineCommand({
  description: 'Block an account, an address or a range',
  args: {
    target: { type: 'positional', required: true, description: 'Account name, address or range' },
    ...storeArgs,
    until: { type: 'string', valueHint: 'TIME', default: 'infinite', description: 'Time or span such as "3 days"' },
    reason: { type: 'string', valueHint: 'TEXT', default: '', description: 'Reason, which the public log shows' },
    'allow-creation': { type: 'boolean', description: 'Accounts may still be created' },
    'block-email': { type: 'boolean', description: 'No mail may be sent' },
    'anonymous-only': { type: 'boolean', description: 'An address block that leaves signed-in people alone' },
    replace: { type: 'boolean', description: 'Change the block that there is' },
  },
  async run(args, io) {
    await withServices(args, io, async ({ accounts, stores, clock, messages }) => {
      const target = await blockTarget(accounts, args.target);
      if (!target) throw new CommandError(`There is no account ${JSON.stringify(args.target)}`, 'nosuchuser');
      const order = {
        target,
        expiry: args.until,
        reason: args.reason,
        blocksAccountCreation: !args['allow-creation'],
        blocksEmail: args['block-email'] === true,
        blocksTalkPage: false,
        autoblock: false,
        anonymousOnly: args['anonymous-only'] === true,
        replace: args.replace === true,
      };
      const outcome = await putBlock(stores, OPERATOR, order, clock.now());
      if ('refused' in outcome) {
        throw new CommandError(messages.plain(outcome.refused.message, 'en'), outcome.refused.code);
      }
      const { id, expiresAt } = outcome.block;
      report(
        io,
        args.json,
        { id, target: target.name, expires: expiresAt },
        () => `${target.name} is blocked ${expiresAt === null ? 'for ever' : `until ${showTime(expiresAt)}`}`,
      );
    });
  },
});
