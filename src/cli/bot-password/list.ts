import { defineCommand, storeArgs } from '../command.ts';
import { report, showTime, table } from '../io.ts';
import { accountOf, withServices } from '../open.ts';

/** `latchkey bot-password list NAME`. */
export const list = defineCommand({
  description: 'List the bot passwords of an account',
  args: { name: { type: 'positional', required: true, description: 'Name of the account' }, ...storeArgs },
  async run(args, io) {
    await withServices(args, io, async (services) => {
      const user = await accountOf(services, args.name);
      const found = await services.stores.botPasswords.list(user.id);
      const result = found.map(({ appId, grants, ipRanges, createdAt, lastUsedAt, passwordHash }) => ({
        appId,
        grants,
        ranges: ipRanges,
        created: showTime(createdAt),
        lastUsed: lastUsedAt === null ? null : showTime(lastUsedAt),
        needsReset: passwordHash === null,
      }));
      report(io, args.json, { name: user.name, botPasswords: result }, () =>
        table(
          ['APP', 'LAST USED', 'STATE', 'GRANTS', 'FROM'],
          result.map(({ appId, lastUsed, needsReset, grants, ranges }) => [
            appId,
            lastUsed ?? '-',
            needsReset ? 'needs reset' : 'ok',
            grants.join(', '),
            ranges.join(', '),
          ]),
        ),
      );
    });
  },
});
