import { type Outcome, pass, ui } from '../../auth/outcome.ts';
import type { FlowContext } from '../../auth/provider.ts';
import { type AuthRequest, type FilledRequest, literal } from '../../auth/request.ts';
import { type Message, msg } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { FACTOR_PASSED_NOTE } from './ask.ts';
import { countAttempt, refundAttempt } from './attempts.ts';
import { proveSetUp } from './enrol.ts';
import type { FactorMethod } from './method.ts';
import { pendingOfFlow } from './pending.ts';

const SKIP_REQUEST = 'MediaWiki\\Auth\\ButtonAuthenticationRequest:skip2FASetup';

const skipRequest: AuthRequest = {
  id: SKIP_REQUEST,
  required: 'optional',
  provider: literal('MediaWiki\\Auth\\ButtonAuthenticationRequest'),
  account: literal(SKIP_REQUEST),
  fields: {
    skip2FASetup: {
      type: 'button',
      label: msg('oathauth-set-up-skip-label'),
      help: msg('oathauth-set-up-skip-help'),
    },
  },
};

/** A step of a flow that asks to set a factor up. */
export interface Offer {
  /** What is offered; at least one. */
  readonly methods: readonly FactorMethod[];
  readonly canSkip: boolean;
  readonly message: Message;
}

/** Asks to set a factor up. */
export async function offerSetUp(
  context: FlowContext,
  user: UserRecord,
  offer: Offer,
  problem?: Message,
): Promise<Outcome> {
  const factors = await context.services.stores.factors.list(user.id);
  const pending = pendingOfFlow(context);
  const found: AuthRequest[] = [];
  for (const method of offer.methods) {
    const request = await method.setUp.form(context, user, factors, pending);
    if (request) found.push(request);
  }
  const choice = offer.canSkip || found.length > 1;
  const forms = found.map((form): AuthRequest => ({ ...form, required: choice ? 'optional' : 'required' }));
  return ui(offer.canSkip ? [...forms, skipRequest] : forms, problem ?? offer.message);
}

/** Takes the answer: PASS when a factor was set up or the step was skipped, else the same again. */
export async function takeSetUp(
  context: FlowContext,
  user: UserRecord,
  offer: Offer,
  filled: readonly FilledRequest[],
): Promise<Outcome> {
  const method = offer.methods.find(({ setUp }) => setUp.isAnswered(filled));
  if (!method) {
    if (offer.canSkip && filled.some(({ id }) => id === SKIP_REQUEST)) return pass();
    return offerSetUp(context, user, offer, msg('oathauth-login-failed'));
  }
  const throttled = await countAttempt(context.services, user);
  if (throttled) return offerSetUp(context, user, offer, throttled);
  const store = await proveSetUp(context, user, method, filled, pendingOfFlow(context));
  if (!store) return offerSetUp(context, user, offer, msg('oathauth-login-failed'));
  await store();
  await refundAttempt(context.services, user);
  context.notes[FACTOR_PASSED_NOTE] = true;
  return pass();
}
