import { factorMethods } from '../../providers/registry.ts';
import { listFactors } from '../../providers/second-factor/list.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { report } from '../io.ts';
import { accountOf, withServices } from '../open.ts';
import { describeUser } from './describe.ts';

/** `latchkey user show NAME`. */
export const show = defineCommand({
  description: 'Show one account: its groups, blocks, factors and bot passwords',
  args: { name: { type: 'positional', required: true, description: 'Name of the account' }, ...storeArgs },
  async run(args, io) {
    await withServices(args, io, async (services) => {
      const { accounts, clock, stores } = services;
      const user = await accountOf(services, args.name);
      const [blocks, factors, bots] = await Promise.all([
        stores.blocks.inForce(user.id, null, clock.now()),
        listFactors(services, factorMethods, user.id),
        stores.botPasswords.list(user.id),
      ]);
      const result = {
        ...describeUser(user),
        effectiveGroups: accounts.effectiveGroups(user),
        blocks: blocks.map(({ reason, byName, expiresAt }) => ({ reason, by: byName, expires: expiresAt })),
        factors: factors.factors.map(({ module, name }) => ({ kind: module, name })),
        recoveryCodes: factors.spares,
        botPasswords: bots.map(({ appId }) => appId),
      };
      report(io, args.json, result, () =>
        Object.entries(result)
          .map(
            ([name, value]) => `${`${name}:`.padEnd(18)}${typeof value === 'string' ? value : JSON.stringify(value)}`,
          )
          .join('\n'),
      );
    });
  },
});
