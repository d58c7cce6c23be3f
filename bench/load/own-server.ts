import { type ServerProcess, startServerProcess } from '../server-process.ts';
import type { Target } from './measure.ts';
import type { Accounts } from './workloads.ts';

/** Accounts of the servers that are started here. */
export const ownAccounts: Accounts = {
  user: 'Load tester',
  password: 'Correct-Horse-Battery-9',
  bot: 'Load tester@load',
  botPassword: 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
};

const fixtures = {
  users: [
    {
      name: ownAccounts.user,
      password: ownAccounts.password,
      botPasswords: [{ appId: 'load', password: ownAccounts.botPassword, grants: ['basic'] }],
    },
  ],
};

/** No throttles: the load comes from one address. */
const configFor = (hash: 'argon2id' | 'pbkdf2'): object => ({
  passwords: { format: hash },
  throttles: {
    signIn: { perPair: [], perAddress: [], perAccount: [] },
    botSignIn: { perPair: [] },
    accountCreation: { perAddress: [] },
  },
});

/** Starts this program on one core, over a store on disk. */
export async function startOwn(options: {
  readonly program: string;
  readonly core: number;
  readonly hash: 'argon2id' | 'pbkdf2';
  readonly nodeFlags?: readonly string[];
}): Promise<{ target: Target; server: ServerProcess }> {
  const { program, core, hash, nodeFlags } = options;
  const server = await startServerProcess({
    program,
    core,
    config: configFor(hash),
    fixtures,
    ...(nodeFlags && { nodeFlags }),
  });
  return { target: { label: server.url, api: server.api, accounts: ownAccounts, pid: server.pid }, server };
}
