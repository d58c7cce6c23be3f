import { msg } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { fail, type Outcome } from '../outcome.ts';
import type { Provider } from '../provider.ts';
import { eachOf, firstOf, type Run, type Stage } from '../step.ts';
import { storeAccount } from './store-account.ts';

const userOf = async (run: Run): Promise<UserRecord | null> =>
  run.state.userId === null ? null : run.context.services.accounts.byId(run.state.userId);

/** The note of the provider that asks whether to stay signed in. */
export const REMEMBER_NOTE = 'remember-me';

/** Everything that a sign-in passes, in order. */
export function loginStages(providers: readonly Provider[]): readonly Stage[] {
  return [
    {
      name: 'checks',
      async enter({ context }, filled) {
        for (const provider of providers) {
          const refusal = await provider.checkSignIn?.(context, filled);
          if (refusal) return fail(refusal);
        }
        return null;
      },
    },
    firstOf({
      name: 'primary',
      providers,
      ask: (provider, run, filled) => provider.signIn?.(run.context, filled),
      resume: (provider, run, filled) => provider.continueSignIn?.(run.context, filled, null),
      none: () => fail(msg('authmanager-authn-no-primary')),
      passed: async (run, provider, username) => identify(run, provider, username, providers),
    }),
    eachOf({
      name: 'secondary',
      providers,
      ask: (provider, run, filled) => withUser(run, (user) => provider.afterSignIn?.(run.context, filled, user)),
      resume: (provider, run, filled) => withUser(run, (user) => provider.continueSignIn?.(run.context, filled, user)),
    }),
    {
      name: 'session',
      async enter(run) {
        const user = await userOf(run);
        if (!user) return fail(msg('authmanager-authn-no-local-user'));
        await run.context.actor.session.signIn(user, { remember: run.state.notes[REMEMBER_NOTE] === true });
        return null;
      },
    },
  ];
}

const withUser = (run: Run, ask: (user: UserRecord) => Promise<Outcome> | undefined): Promise<Outcome> | undefined =>
  run.state.userId === null
    ? undefined
    : userOf(run).then((user) => (user && ask(user)) ?? { status: 'ABSTAIN' as const });

/** Finds the account that the primary provider named; makes it when only the provider knows it. */
async function identify(
  run: Run,
  provider: Provider,
  username: string | null,
  providers: readonly Provider[],
): Promise<Outcome | null> {
  const { context, state } = run;
  if (username === null) throw new TypeError(`provider ${provider.id} passed without a user name`);
  const known = await context.services.accounts.byName(username);
  if (known) {
    state.username = known.name;
    state.userId = known.id;
    return null;
  }
  const draft = await provider.autoCreate?.(context, username);
  if (!draft) return fail(msg('authmanager-authn-no-local-user'));
  const made = await storeAccount(run, draft, null, providers, provider, []);
  if ('status' in made) return made;
  state.username = made.name;
  state.userId = made.id;
  return null;
}
