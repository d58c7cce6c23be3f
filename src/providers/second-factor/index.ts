import { abstain, fail, type Outcome } from '../../auth/outcome.ts';
import type { FlowContext, Provider } from '../../auth/provider.ts';
import { msg } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { askFactor, FACTOR_PASSED_NOTE, methodsOf, takeAnswer } from './ask.ts';
import { credentials } from './credentials.ts';
import type { FactorMethod } from './method.ts';
import { type Offer, offerSetUp, takeSetUp } from './offer.ts';
import { requiredSetUp } from './requirement.ts';

/** Protected by something that cannot be asked for here: letting the account in would take its protection away. */
function unusable({ services }: FlowContext, user: UserRecord): Outcome {
  services.log.error({ user: user.id }, 'the second factor of an account cannot be asked for; see http.publicUrl');
  return fail(msg('oathauth-unusable'));
}

/**
 * Asks everybody who has a second factor for it, whatever the first one was; has those set one up who must; lets
 * accounts set them up and take them off. Methods stand in the order of preference.
 */
export function secondFactor(methods: readonly FactorMethod[]): Provider {
  const methodsFor = async (context: FlowContext, user: UserRecord): Promise<readonly FactorMethod[] | null> =>
    methodsOf(context, methods, await context.services.stores.factors.list(user.id));

  const protecting = ({ services }: FlowContext): readonly FactorMethod[] =>
    methods.filter((method) => method.protects && method.isOn(services) && method.works(services));

  /** Without a factor: nothing, or the step that sets one up. */
  async function required(
    context: FlowContext,
    user: UserRecord,
    step: (offer: Offer) => Promise<Outcome>,
  ): Promise<Outcome> {
    const offer = await requiredSetUp(context, user, protecting(context));
    if (!offer) return abstain();
    if (offer.methods.length > 0) return step(offer);
    context.services.log.error({ user: user.id }, 'secondFactor.requiredForGroups asks for a factor, but all are off');
    return fail(msg('oathauth-set-up-impossible'));
  }

  /** The step after the creation of one's own account; null where there is none. */
  function atCreation(context: FlowContext, user: UserRecord): Offer | null {
    const offered = protecting(context).filter((method) => method.offeredAtCreation(context.services));
    const isOwn = context.actor.user === null && user.temporaryPasswordHash === null;
    if (offered.length === 0 || !isOwn) return null;
    return { methods: offered, canSkip: true, message: msg('oathauth-set-up-at-creation') };
  }

  return {
    id: 'second-factor',
    kind: 'secondary',
    ...credentials(methods),

    async afterSignIn(context, _filled, user) {
      if (context.notes[FACTOR_PASSED_NOTE] === true) return abstain();
      const usable = await methodsFor(context, user);
      if (usable) return usable.length > 0 ? askFactor(context, user, usable) : unusable(context, user);
      return required(context, user, (offer) => offerSetUp(context, user, offer));
    },

    async continueSignIn(context, filled, user) {
      if (!user) return abstain();
      const usable = await methodsFor(context, user);
      if (usable) return usable.length > 0 ? takeAnswer(context, user, usable, filled) : unusable(context, user);
      // Setting one up, or it was switched off meanwhile (by an administrator, say).
      return required(context, user, (offer) => takeSetUp(context, user, offer, filled));
    },

    async afterCreate(context, _filled, user) {
      const offer = atCreation(context, user);
      return offer ? offerSetUp(context, user, offer) : abstain();
    },

    async continueAfterCreate(context, filled, user) {
      const offer = atCreation(context, user);
      return offer ? takeSetUp(context, user, offer, filled) : abstain();
    },
  };
}
