import type { FlowContext } from '../../auth/provider.ts';
import type { FilledRequest } from '../../auth/request.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { RECOVERY_KIND, replaceRecoveryCodes } from '../recovery-codes/store.ts';
import { mailFactorChange } from './mail.ts';
import type { FactorMethod, StoreFactor } from './method.ts';
import type { Pending } from './pending.ts';

/**
 * Checks a form that sets a factor up. What comes back puts the factor in force, with the recovery codes that the form
 * showed where the account had none, and tells its owner by mail; null when the proof is wrong.
 */
export async function proveSetUp(
  context: FlowContext,
  user: UserRecord,
  method: FactorMethod,
  filled: readonly FilledRequest[],
  pending: Pending,
): Promise<StoreFactor | null> {
  const store = await method.setUp.prove(context, user, filled, pending);
  if (!store) return null;
  return async () => {
    const { services, now } = context;
    await store();
    const codes = recoveryCodesShown(context, pending);
    const has = await services.stores.factors.list(user.id, RECOVERY_KIND);
    if (method.protects && codes && has.length === 0) await replaceRecoveryCodes(services, user.id, codes, now);
    await mailFactorChange(services, user, 'on', method.name);
  };
}

/** The recovery codes that a form shows: the documented form of an account creation has no place for them. */
export const recoveryCodesShown = ({ flow }: FlowContext, pending: Pending): readonly string[] | null =>
  flow === 'create' ? null : pending.recoveryCodes;
