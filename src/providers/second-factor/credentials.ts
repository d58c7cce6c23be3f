import type { FlowContext, FormAction, Provider } from '../../auth/provider.ts';
import type { AuthRequest, FilledRequest } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { countAttempt, refundAttempt } from './attempts.ts';
import { dropSpares } from './drop-spares.ts';
import { proveSetUp } from './enrol.ts';
import { mailFactorChange } from './mail.ts';
import type { FactorMethod, Removal, StoreFactor } from './method.ts';
import { forgetPending, pendingOfSession } from './pending.ts';

/** The right to set a factor up. */
const RIGHT = 'oathauth-enable';

/** What the check of a change has proved: the change itself must not use a code or challenge a second time. */
const proved = new WeakMap<FilledRequest, StoreFactor>();

const mayEnrol = ({ services, actor }: FlowContext): boolean =>
  services.config.secondFactor.enrolOverApi && actor.rights.has(RIGHT);

/** Setting factors up and taking them off, by the actions `change` and `remove` of a signed-in account. */
export function credentials(methods: readonly FactorMethod[]): Pick<Provider, 'forms' | 'allowsChange' | 'change'> {
  async function setUps(context: FlowContext, user: UserRecord): Promise<(readonly [FactorMethod, AuthRequest])[]> {
    if (!mayEnrol(context)) return [];
    const stored = await context.services.stores.factors.list(user.id);
    const factors = stored.filter((factor) => methods.some((method) => method.kind === factor.kind));
    const pending = await pendingOfSession(context, user);
    const found: (readonly [FactorMethod, AuthRequest])[] = [];
    for (const method of methods) {
      if (!method.isOn(context.services) || !method.works(context.services)) continue;
      const request = await method.setUp.form(context, user, factors, pending);
      if (request) found.push([method, { ...request, required: 'optional' }]);
    }
    return found;
  }

  async function removals(context: FlowContext, user: UserRecord): Promise<(readonly [FactorMethod, Removal])[]> {
    if (!context.services.config.secondFactor.enrolOverApi) return [];
    const factors = await context.services.stores.factors.list(user.id);
    return methods.flatMap((method) => {
      const own = factors.filter((factor) => factor.kind === method.kind);
      return own.length === 0 ? [] : method.removals(user, own).map((removal) => [method, removal] as const);
    });
  }

  return {
    async forms(action: FormAction, context) {
      const { user } = context.actor;
      if (!user) return [];
      if (action === 'change') return (await setUps(context, user)).map(([, request]) => request);
      if (action === 'remove') return (await removals(context, user)).map(([, { request }]) => request);
      return [];
    },

    async allowsChange(context, user, filled, remove) {
      if (remove)
        return (await removals(context, user)).some(([, { request }]) => request.id === filled.id) ? [] : null;
      const [method] = (await setUps(context, user)).find(([, request]) => request.id === filled.id) ?? [];
      if (!method) return null;
      const throttled = await countAttempt(context.services, user);
      if (throttled) return [coded(throttled)];
      const store = await proveSetUp(context, user, method, [filled], await pendingOfSession(context, user));
      if (!store) return [coded(msg('oathauth-login-failed'))];
      await refundAttempt(context.services, user);
      proved.set(filled, store);
      return [];
    },

    async change(context, user, filled, remove) {
      if (!remove) {
        await proved.get(filled)?.();
        if (proved.delete(filled)) await forgetPending(context);
        return;
      }
      const [method, removal] =
        (await removals(context, user)).find(([, { request }]) => request.id === filled.id) ?? [];
      if (!method || !removal) return;
      const { factors } = context.services.stores;
      await factors.remove(user.id, method.kind, removal.factorId);
      await dropSpares(context.services, methods, user.id);
      await mailFactorChange(context.services, user, 'off', method.name);
    },
  };
}
