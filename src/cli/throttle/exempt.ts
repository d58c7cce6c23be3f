import { rangeBounds } from '../../base/ip.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { UsageError } from '../errors.ts';
import { report, showTime } from '../io.ts';
import { withServices } from '../open.ts';
import { parseTime } from '../times.ts';
import { describeExemption } from './describe.ts';

/** `latchkey throttle exempt RANGE --limit N --from T --until T --reason TEXT`. */
export const exempt = defineCommand({
  description: 'Raise the limit on account creation for an address or a range, for some time',
  args: {
    range: { type: 'positional', required: true, description: 'Address or CIDR range' },
    ...storeArgs,
    limit: { type: 'string', valueHint: 'N', description: 'Accounts from each address; left out = no limit' },
    from: { type: 'string', valueHint: 'TIME', default: 'now', description: 'Beginning: time, or span from now' },
    until: {
      type: 'string',
      valueHint: 'TIME',
      required: true,
      description: 'End: time, or span from the beginning such as 2h',
    },
    reason: { type: 'string', valueHint: 'TEXT', required: true, description: 'What it is for' },
  },
  async run(args, io) {
    if (rangeBounds(args.range) === null) throw new UsageError(`${JSON.stringify(args.range)} is no address or range`);
    const limit = args.limit === undefined ? null : Number(args.limit);
    if (limit !== null && (!Number.isInteger(limit) || limit < 1))
      throw new UsageError('--limit takes a whole number from 1');
    await withServices(args, io, async ({ stores, clock }) => {
      const from = parseTime('from', args.from, clock.now());
      const until = parseTime('until', args.until, from);
      if (until <= from || until <= clock.now())
        throw new UsageError('--until must lie after --from and in the future');
      const made = await stores.throttleExemptions.add({ range: args.range, limit, from, until, reason: args.reason });
      report(
        io,
        args.json,
        describeExemption(made),
        () =>
          `${made.range} may create ${limit ?? 'any number of'} accounts per address from ${showTime(from)} until ${showTime(until)} (exemption ${made.id})`,
      );
    });
  },
});
