import type { FlowContext } from '../../auth/provider.ts';
import type { Services } from '../../auth/services.ts';
import type { Limit } from '../../auth/throttle.ts';
import { throttleKey } from '../../base/ip.ts';
import type { Config } from '../../config/index.ts';
import type { CaptchaKind } from '../../config/sections/captcha.ts';

/** Counters of failed sign-ins. */
const BY_ADDRESS = 'captcha-address';
const BY_ACCOUNT = 'captcha-account';
/** Marks a session in which somebody tried to sign in to an account that is asked. */
const FLAG = 'captcha';

/** The kind that a trigger asks for; null = it is off. */
export function kindFor({ captcha }: Config, trigger: keyof Config['captcha']['triggers']): CaptchaKind | null {
  const set = captcha.triggers[trigger];
  if (captcha.kind === null || set === false) return null;
  return set === true ? captcha.kind : set;
}

/** The one spelling of the account that a submission names. */
export const accountOf = ({ accounts }: Services, name: string): string => accounts.canonical(name, 'usable') ?? name;

const reached = async ({ services }: FlowContext, counter: string, key: string, limit: Limit): Promise<boolean> =>
  limit.count > 0 && (await services.throttle.count(counter, key, limit)) >= limit.count;

const addressIsSuspect = (context: FlowContext): Promise<boolean> =>
  reached(
    context,
    BY_ADDRESS,
    throttleKey(context.actor.address),
    context.services.config.captcha.badSignIn.perAddress,
  );

const accountIsSuspect = (context: FlowContext, account: string): Promise<boolean> =>
  reached(context, BY_ACCOUNT, account, context.services.config.captcha.badSignIn.perAccount);

/** The kind that a sign-in to this account must answer, or null. Marks the session when the account is the reason. */
export async function kindForSignIn(context: FlowContext, account: string | null): Promise<CaptchaKind | null> {
  const { config } = context.services;
  const always = kindFor(config, 'signIn');
  const bad = kindFor(config, 'badSignIn');
  if (bad === null) return always;
  const byAccount = account !== null && (await accountIsSuspect(context, account));
  if (byAccount) await context.actor.session.save(FLAG, '1', config.captcha.badSignIn.perAccount.seconds * 1000);
  return byAccount || (await addressIsSuspect(context)) ? bad : always;
}

/**
 * The kind that the sign-in form shows before a name is given. An account that is asked shows by the mark of the
 * session, or by the name that the browser kept: others must not find that they cannot get in.
 */
export async function kindForSignInForm(context: FlowContext): Promise<CaptchaKind | null> {
  const { services, actor } = context;
  const always = kindFor(services.config, 'signIn');
  const bad = kindFor(services.config, 'badSignIn');
  if (bad === null || bad === always) return always;
  const { suggestedName } = actor.session;
  const suspect =
    (await addressIsSuspect(context)) ||
    (await actor.session.load(FLAG)) !== null ||
    (suggestedName !== null && (await accountIsSuspect(context, accountOf(services, suggestedName))));
  return suspect ? bad : always;
}

/** Counts a failed sign-in for the address and for the account that it named. */
export async function countBadSignIn({ services, actor }: FlowContext, account: string | null): Promise<void> {
  if (kindFor(services.config, 'badSignIn') === null) return;
  const { perAddress, perAccount } = services.config.captcha.badSignIn;
  await services.throttle.hit(BY_ADDRESS, throttleKey(actor.address), [perAddress]);
  if (account !== null) await services.throttle.hit(BY_ACCOUNT, account, [perAccount]);
}

/** Forgets the failed sign-ins of an account; those of the address stay. */
export async function forgetBadSignIns({ services }: FlowContext, account: string): Promise<void> {
  if (kindFor(services.config, 'badSignIn') === null) return;
  await services.throttle.clear(BY_ACCOUNT, account, [services.config.captcha.badSignIn.perAccount]);
}
