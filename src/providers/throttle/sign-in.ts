import type { FlowContext, Provider } from '../../auth/provider.ts';
import { usernameOf } from '../../auth/request.ts';
import { throttleKey } from '../../base/ip.ts';
import { duration, msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';

const NOTE = 'sign-in-throttle';

interface Keys {
  /** Null for a text that can be nobody's name: no password is compared then. */
  readonly pair: string | null;
  readonly account: string | null;
  readonly address: string;
}

function keysOf({ services, actor }: FlowContext, name: string | null): Keys {
  const canonical = name === null ? null : services.accounts.canonical(name, 'valid');
  const address = throttleKey(actor.address);
  const isNobody = name !== null && canonical === null;
  return { pair: isNobody ? null : `${canonical ?? ''}\n${address}`, account: canonical, address };
}

/**
 * Counts attempts before they are checked: per name and address together, per account, per address. Attempts on names
 * that do not exist count the same. Success forgets the pair and takes its own attempt back from the other two.
 */
export const signInThrottle: Provider = {
  id: 'sign-in-throttle',
  kind: 'pre',

  async checkSignIn(context, filled) {
    const { throttle, config } = context.services;
    const limits = config.throttles.signIn;
    const keys = keysOf(context, usernameOf(filled));
    const exceeded = [
      keys.pair === null ? null : await throttle.hit('sign-in', keys.pair, limits.perPair),
      await throttle.hit('sign-in-address', keys.address, limits.perAddress),
      keys.account === null ? null : await throttle.hit('sign-in-account', keys.account, limits.perAccount),
    ].filter((hit) => hit !== null);
    context.notes[NOTE] = keys;
    const [first] = exceeded.sort((a, b) => b.limit.seconds - a.limit.seconds);
    return first ? coded(msg('login-throttled', duration(first.limit.seconds))) : null;
  },

  async ended(context, outcome) {
    const keys = context.notes[NOTE] as Keys | undefined;
    if (context.flow !== 'login' || outcome.status !== 'PASS' || !keys) return;
    const { throttle, config } = context.services;
    const limits = config.throttles.signIn;
    if (keys.pair !== null) await throttle.clear('sign-in', keys.pair, limits.perPair);
    await throttle.refund('sign-in-address', keys.address, limits.perAddress);
    if (keys.account !== null) await throttle.refund('sign-in-account', keys.account, limits.perAccount);
  },
};
