import { changeGroups } from '../../accounts/membership.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { UsageError } from '../errors.ts';
import { report } from '../io.ts';
import { listOf } from '../list-flag.ts';
import { accountOf, OPERATOR, withServices } from '../open.ts';
import { parseTime } from '../times.ts';
import { checkGroups } from './known-groups.ts';

/** `latchkey user groups NAME --add A --remove B`. */
export const groups = defineCommand({
  description: 'Put an account into groups and take it out of others',
  args: {
    name: { type: 'positional', required: true, description: 'Name of the account' },
    ...storeArgs,
    add: { type: 'string', valueHint: 'A,B', description: 'Groups to put it into' },
    remove: { type: 'string', valueHint: 'A,B', description: 'Groups to take it out of' },
    until: { type: 'string', valueHint: 'TIME', description: 'When the added memberships end' },
    reason: { type: 'string', valueHint: 'TEXT', default: '', description: 'Reason for the public log' },
  },
  async run(args, io) {
    const add = listOf(args.add);
    const remove = listOf(args.remove);
    if (add.length + remove.length === 0) throw new UsageError('--add or --remove is missing');
    await withServices(args, io, async (services) => {
      const { accounts, clock, stores } = services;
      const now = clock.now();
      checkGroups(services, add);
      const user = await accountOf(services, args.name);
      const expiresAt = args.until === undefined ? null : parseTime('until', args.until, now);
      const all = {
        add: accounts.groups.explicit,
        remove: [...accounts.groups.explicit, ...remove],
        addSelf: [],
        removeSelf: [],
      };
      const order = { add: add.map((group) => ({ group, expiresAt })), remove, reason: args.reason };
      const { added, removed } = await changeGroups(stores, accounts, OPERATOR, user, order, all, now);
      report(io, args.json, { name: user.name, added, removed }, () =>
        added.length + removed.length === 0
          ? 'Nothing to change'
          : `${user.name}: ${[...added.map((group) => `+${group}`), ...removed.map((group) => `-${group}`)].join(' ')}`,
      );
    });
  },
});
