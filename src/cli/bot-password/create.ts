import { GRANT_RIGHTS, HIDDEN_GRANTS } from '../../accounts/grants.ts';
import { rangeBounds } from '../../base/ip.ts';
import { randomHex } from '../../base/random.ts';
import { byteLength } from '../../base/utf8.ts';
import { hashBotPassword } from '../../passwords/bot-password-hash.ts';
import { randomBotPassword } from '../../passwords/random-password.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { report } from '../io.ts';
import { listOf } from '../list-flag.ts';
import { accountOf, withServices } from '../open.ts';

/** `latchkey bot-password create NAME APP`. */
export const create = defineCommand({
  description: 'Make a bot password and print it; it is shown only this once',
  args: {
    name: { type: 'positional', required: true, description: 'Name of the account' },
    app: { type: 'positional', required: true, description: 'Name of the program, up to 32 bytes' },
    ...storeArgs,
    grants: { type: 'string', valueHint: 'A,B', default: '', description: 'What it may do beside reading' },
    ranges: {
      type: 'string',
      valueHint: 'A,B',
      default: '0.0.0.0/0,::/0',
      description: 'Addresses that it may come from',
    },
    replace: { type: 'boolean', description: 'Replace the one of the same name' },
  },
  async run(args, io) {
    const appId = args.app.trim();
    if (appId === '' || byteLength(appId) > 32) throw new UsageError('APP has 1 to 32 bytes');
    const wanted = listOf(args.grants);
    const unknown = wanted.find((grant) => !Object.hasOwn(GRANT_RIGHTS, grant));
    if (unknown !== undefined) {
      throw new UsageError(
        `There is no grant ${JSON.stringify(unknown)}. Allowed: ${Object.keys(GRANT_RIGHTS).join(', ')}`,
      );
    }
    const ipRanges = listOf(args.ranges);
    const wrong = ipRanges.find((range) => rangeBounds(range) === null);
    if (wrong !== undefined) throw new UsageError(`${JSON.stringify(wrong)} is no address or range`);
    await withServices(args, io, async (services) => {
      const user = await accountOf(services, args.name);
      const { botPasswords } = services.stores;
      if (!args.replace && (await botPasswords.get(user.id, appId))) {
        throw new CommandError(
          `${user.name} already has a bot password ${JSON.stringify(appId)}; --replace makes it anew`,
          'exists',
        );
      }
      const password = randomBotPassword();
      await botPasswords.put({
        userId: user.id,
        appId,
        passwordHash: hashBotPassword(password),
        token: randomHex(16),
        grants: [...new Set([...HIDDEN_GRANTS, ...wanted])],
        ipRanges,
        createdAt: services.clock.now(),
        lastUsedAt: null,
      });
      const name = `${user.name}@${appId}`;
      report(io, args.json, { name, password }, () => `Name:     ${name}\nPassword: ${password}`);
    });
  },
});
