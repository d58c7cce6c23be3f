import { type Outcome, pass, ui } from '../../auth/outcome.ts';
import type { FlowContext } from '../../auth/provider.ts';
import type { FilledRequest } from '../../auth/request.ts';
import { type Message, msg } from '../../base/message.ts';
import type { Factor, UserRecord } from '../../storage/ports/index.ts';
import { countAttempt, refundAttempt } from './attempts.ts';
import type { FactorMethod } from './method.ts';
import { selectedModule, selectRequests } from './select.ts';

/** The note of a sign-in that has passed a second factor (or something as strong). */
export const FACTOR_PASSED_NOTE = 'second-factor-passed';

const MODULE_NOTE = 'second-factor-module';

/** The methods that an account can sign in with, maybe none; null when nothing that it has protects it. */
export function methodsOf(
  { services }: FlowContext,
  methods: readonly FactorMethod[],
  factors: readonly Factor[],
): readonly FactorMethod[] | null {
  const own = methods.filter(
    (method) => method.isOn(services) && factors.some((factor) => factor.kind === method.kind),
  );
  return own.some((method) => method.protects) ? own.filter((method) => method.works(services)) : null;
}

/** Asks for a factor: for the first of the methods, or for the one that was chosen. */
export async function askFactor(
  context: FlowContext,
  user: UserRecord,
  methods: readonly FactorMethod[],
  message?: Message,
): Promise<Outcome> {
  const current = currentOf(context, methods);
  const question = await current.ask(context, user);
  return ui([question.request, ...selectRequests(context, current, methods)], message ?? question.message);
}

/** Takes the answer: PASS, or the same question with what is wrong. */
export async function takeAnswer(
  context: FlowContext,
  user: UserRecord,
  methods: readonly FactorMethod[],
  filled: readonly FilledRequest[],
): Promise<Outcome> {
  const chosen = methods.find((method) => method.module === selectedModule(filled));
  if (chosen) {
    context.notes[MODULE_NOTE] = chosen.module;
    return askFactor(context, user, methods);
  }
  const current = currentOf(context, methods);
  const failed = msg('oathauth-login-failed');
  if (!current.isAnswered(filled)) return askFactor(context, user, methods, failed);
  const throttled = await countAttempt(context.services, user);
  if (throttled) return askFactor(context, user, methods, throttled);
  if (!(await current.check(context, user, filled))) return askFactor(context, user, methods, failed);
  await refundAttempt(context.services, user);
  context.notes[FACTOR_PASSED_NOTE] = true;
  return pass();
}

const currentOf = ({ notes }: FlowContext, methods: readonly FactorMethod[]): FactorMethod =>
  methods.find((method) => method.module === notes[MODULE_NOTE]) ?? (methods[0] as FactorMethod);
