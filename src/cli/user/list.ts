import { defineCommand, storeArgs } from '../command.ts';
import { UsageError } from '../errors.ts';
import { report, showTime, table } from '../io.ts';
import { listOf } from '../list-flag.ts';
import { withServices } from '../open.ts';
import { describeUser } from './describe.ts';

/** `latchkey user list`. */
export const list = defineCommand({
  description: 'List accounts by name',
  args: {
    ...storeArgs,
    prefix: { type: 'string', valueHint: 'TEXT', description: 'Only names that begin so' },
    from: { type: 'string', valueHint: 'NAME', description: 'Begin at this name' },
    groups: { type: 'string', valueHint: 'A,B', description: 'Only members of any of these groups' },
    limit: { type: 'string', valueHint: 'N', default: '100', description: 'At most so many' },
  },
  async run(args, io) {
    const limit = Number(args.limit);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1');
    await withServices(args, io, async ({ stores }) => {
      const groups = listOf(args.groups);
      const users = await stores.users.list({
        limit,
        ...(args.prefix === undefined ? {} : { prefix: args.prefix }),
        ...(args.from === undefined ? {} : { from: args.from }),
        ...(groups.length === 0 ? {} : { inGroups: groups }),
      });
      const total = await stores.users.count();
      report(io, args.json, { users: users.map(describeUser), total }, () => {
        const rows = users.map((user) => [
          String(user.id),
          user.name,
          showTime(user.registeredAt),
          user.email || '-',
          user.groups.map(({ group }) => group).join(', '),
        ]);
        return `${table(['ID', 'NAME', 'REGISTERED', 'E-MAIL', 'GROUPS'], rows)}\n${users.length} of ${total}`;
      });
    });
  },
});
