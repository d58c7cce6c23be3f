import { isValidEmail } from '../../accounts/names/index.ts';
import type { Services } from '../../auth/services.ts';
import { compileNamePattern } from '../../config/index.ts';
import { defineCommand, storeArgs } from '../command.ts';
import { CommandError } from '../errors.ts';
import { report } from '../io.ts';
import { listOf } from '../list-flag.ts';
import { OPERATOR, withServices } from '../open.ts';
import { choosePassword, expiryOf, passwordArgs } from '../set-password.ts';
import { checkGroups } from './known-groups.ts';

/** The canonical form of a name that may be created. Throws with the reason when it may not. */
function creatableName({ accounts, config }: Services, text: string): string {
  const name = accounts.canonical(text, 'creatable');
  if (name === null) throw new CommandError(`${JSON.stringify(text)} cannot be the name of an account`, 'invaliduser');
  const matches = (entry: (typeof config.accounts.deniedNames)[number]) =>
    compileNamePattern(entry).expression.test(name);
  if (config.accounts.deniedNames.some(matches) && !config.accounts.allowedNames.some(matches)) {
    throw new CommandError(`accounts.deniedNames refuses the name ${JSON.stringify(name)}`, 'name-denied');
  }
  return name;
}

/** `latchkey user create NAME`. */
export const create = defineCommand({
  description: 'Make an account; its password comes from a prompt or from standard input',
  args: {
    name: { type: 'positional', required: true, description: 'Name of the account' },
    ...storeArgs,
    email: { type: 'string', valueHint: 'ADDRESS', description: 'Mail address' },
    confirmed: { type: 'boolean', description: 'The mail address is known to be theirs' },
    'real-name': { type: 'string', valueHint: 'TEXT', description: 'Real name' },
    groups: { type: 'string', valueHint: 'A,B', description: 'Groups, between commas' },
    ...passwordArgs,
  },
  async run(args, io) {
    await withServices(
      args,
      io,
      async (services) => {
        const { accounts, clock, passwords } = services;
        const name = creatableName(services, args.name);
        const groups = listOf(args.groups);
        checkGroups(services, groups);
        const email = args.email ?? '';
        if (email !== '' && !isValidEmail(email))
          throw new CommandError(`${email} is no mail address`, 'invalidemailaddress');
        if (await accounts.byName(name))
          throw new CommandError(`There already is an account ${JSON.stringify(name)}`, 'userexists');
        const { password, generated } = await choosePassword(services, args, { name, groups }, io);
        const now = clock.now();
        const made = await accounts.create(
          {
            name,
            realName: args['real-name'] ?? '',
            email,
            emailConfirmedAt: email !== '' && args.confirmed ? now : null,
            registeredAt: now,
            passwordHash: await passwords.hash(password),
            passwordExpiresAt: expiryOf(services),
            groups: groups.map((group) => ({ group, expiresAt: null })),
          },
          {
            type: 'newusers',
            action: 'create2',
            actor: OPERATOR,
            title: `User:${name}`,
            namespace: 2,
            comment: '',
            params: {},
            at: now,
          },
        );
        if ('conflict' in made) {
          throw made.conflict === 'name'
            ? new CommandError(`There already is an account ${JSON.stringify(name)}`, 'userexists')
            : new CommandError(
                `The name looks too much like the account ${JSON.stringify(made.existing)}`,
                'antispoof-conflict',
              );
        }
        const result = { id: made.id, name: made.name, groups, ...(generated ? { password } : {}) };
        report(
          io,
          args.json,
          result,
          () => `Made ${made.name} (${made.id})${generated ? `, password: ${password}` : ''}`,
        );
      },
      { mayCreate: true },
    );
  },
});
