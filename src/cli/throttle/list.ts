import { defineCommand, storeArgs } from '../command.ts';
import { report, table } from '../io.ts';
import { withServices } from '../open.ts';
import { describeExemption } from './describe.ts';

/** `latchkey throttle list`. */
export const list = defineCommand({
  description: 'List exemptions from the limit on account creation',
  args: storeArgs,
  async run(args, io) {
    await withServices(args, io, async ({ stores }) => {
      const found = (await stores.throttleExemptions.list()).map(describeExemption);
      report(io, args.json, { exemptions: found }, () =>
        table(
          ['ID', 'RANGE', 'LIMIT', 'FROM', 'UNTIL', 'REASON'],
          found.map(({ id, range, limit, from, until, reason }) => [
            String(id),
            range,
            String(limit ?? 'none'),
            from,
            until,
            reason,
          ]),
        ),
      );
    });
  },
});
