import { abstain, type Outcome } from '../../auth/outcome.ts';
import type { FlowContext, Provider } from '../../auth/provider.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { askFactor, FACTOR_PASSED_NOTE, methodsOf, takeAnswer } from './ask.ts';
import type { FactorMethod } from './method.ts';

/** Asks everybody who has a second factor for it, whatever the first one was. Methods stand in the order of preference. */
export function secondFactor(methods: readonly FactorMethod[]): Provider {
  const methodsFor = async (context: FlowContext, user: UserRecord): Promise<readonly FactorMethod[]> =>
    methodsOf(context, methods, await context.services.stores.factors.list(user.id));

  return {
    id: 'second-factor',
    kind: 'secondary',

    async afterSignIn(context, _filled, user): Promise<Outcome> {
      if (context.notes[FACTOR_PASSED_NOTE] === true) return abstain();
      const usable = await methodsFor(context, user);
      return usable.length > 0 ? askFactor(context, user, usable) : abstain();
    },

    async continueSignIn(context, filled, user) {
      if (!user) return abstain();
      const usable = await methodsFor(context, user);
      // Switched off meanwhile (by an administrator, say).
      if (usable.length === 0) return abstain();
      return takeAnswer(context, user, usable, filled);
    },
  };
}
