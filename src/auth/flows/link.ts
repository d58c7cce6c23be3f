import { msg } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { fail, type Outcome } from '../outcome.ts';
import type { Provider } from '../provider.ts';
import { firstOf, type Run, type Stage } from '../step.ts';

/** Everything that linking a foreign identity to the signed-in account passes, in order. */
export function linkStages(providers: readonly Provider[]): readonly Stage[] {
  const asUser = (run: Run, ask: (user: UserRecord) => Promise<Outcome> | undefined): Promise<Outcome> | undefined => {
    const { user } = run.context.actor;
    return user && user.id === run.state.userId ? ask(user) : undefined;
  };
  return [
    firstOf({
      name: 'primary',
      providers,
      ask: (provider, run, filled) => asUser(run, (user) => provider.link?.(run.context, filled, user)),
      resume: (provider, run, filled) => asUser(run, (user) => provider.continueLink?.(run.context, filled, user)),
      none: () => fail(msg('authmanager-link-no-primary')),
      passed: async () => null,
    }),
  ];
}
