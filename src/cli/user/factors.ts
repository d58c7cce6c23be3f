import { factorMethods } from '../../providers/registry.ts';
import { listFactors } from '../../providers/second-factor/list.ts';
import { switchOffFactors } from '../../providers/second-factor/switch-off.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { report, showTime, table } from '../io.ts';
import { listOf } from '../list-flag.ts';
import { accountOf, OPERATOR, withServices } from '../open.ts';

const MODULES = factorMethods.map(({ module }) => module);

/** `latchkey user factors NAME`. */
export const factors = defineCommand({
  description: 'Show the second factors of an account, or switch lost ones off',
  args: {
    name: { type: 'positional', required: true, description: 'Name of the account' },
    ...storeArgs,
    remove: { type: 'string', valueHint: 'KINDS', description: `Switch these off: ${MODULES.join(', ')}, or all` },
    reason: { type: 'string', valueHint: 'TEXT', default: '', description: 'Reason for the log' },
  },
  async run(args, io) {
    const wanted = listOf(args.remove);
    const unknown = wanted.filter((name) => name !== 'all' && !MODULES.includes(name));
    if (unknown.length > 0) throw new UsageError(`--remove: there is no factor ${unknown.join(', ')}`);
    await withServices(args, io, async (services) => {
      const user = await accountOf(services, args.name);
      if (wanted.length > 0) {
        const modules = wanted.includes('all') ? [] : wanted;
        const order = { by: OPERATOR, user, modules, reason: args.reason };
        const removed = await switchOffFactors(services, factorMethods, order);
        if (removed.length === 0) throw new CommandError(`${user.name} has no such factor`, 'no-factor');
        report(io, args.json, { name: user.name, removed }, () => `${user.name}: switched off ${removed.join(', ')}`);
        return;
      }
      const found = await listFactors(services, factorMethods, user.id);
      const result = { name: user.name, factors: found.factors, recoveryCodes: found.spares };
      report(io, args.json, result, () => {
        if (found.factors.length === 0) return `${user.name} has no second factor`;
        const rows = found.factors.map((one) => [
          one.module,
          one.name || '-',
          showTime(one.createdAt),
          showTime(one.lastUsedAt),
        ]);
        return `${table(['KIND', 'NAME', 'SINCE', 'LAST USED'], rows)}\nRecovery codes left: ${found.spares}`;
      });
    });
  },
});
