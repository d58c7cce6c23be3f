import type { FlowContext, Provider } from '../../auth/provider.ts';
import { usernameOf } from '../../auth/request.ts';
import { rangeMatcher } from '../../base/ip.ts';
import { msg } from '../../base/message.ts';
import type { Config } from '../../config/index.ts';
import type { CaptchaKind } from '../../config/sections/captcha.ts';
import { type CodedMessage, coded } from '../../errors/coded-message.ts';
import { availableKind } from './availability.ts';
import { checkAnswer } from './check.ts';
import { captchaForm } from './form.ts';
import type { Verdict } from './kinds/kind.ts';
import { keepSession, noteSession } from './session-before.ts';
import { accountOf, countBadSignIn, forgetBadSignIns, kindFor, kindForSignIn, kindForSignInForm } from './triggers.ts';

const NOTE = 'captcha-account';

/** The failure that a verdict means: `wrong` is what a wrong answer is called on this occasion. */
const refusal = (verdict: Verdict, wrong: string): CodedMessage | null => {
  if (verdict === 'right') return null;
  return coded(verdict === 'down' ? msg('captcha-error', msg('captcha-error-service')) : msg(wrong));
};

/**
 * Asks a question before an account is made, after failed sign-ins, or at every sign-in. At sign-in a wrong answer is
 * told like a wrong password, so that nobody learns which of the two was wrong (MediaWiki 1.39).
 */
export function captcha(config: Config): Provider {
  const isAllowed = rangeMatcher(config.captcha.allowedAddresses);
  const forCreation = ({ actor }: FlowContext): CaptchaKind | null =>
    actor.rights.has('skipcaptcha') || isAllowed(actor.address) ? null : kindFor(config, 'createAccount');

  return {
    id: 'captcha',
    kind: 'pre',

    async forms(action, context) {
      if (action !== 'create' && action !== 'login') return [];
      const { services, actor, now } = context;
      const forSignIn = action === 'login' && !isAllowed(actor.address);
      const kind = action === 'create' ? forCreation(context) : forSignIn ? await kindForSignInForm(context) : null;
      if (kind === null) return [];
      const occasion = action === 'create' ? 'createaccount' : 'badlogin';
      return [captchaForm({ services, session: actor.session, now }, await availableKind(services, kind), occasion)];
    },

    async checkSignIn(context, filled) {
      noteSession(context);
      const { services, actor, notes } = context;
      const name = usernameOf(filled);
      const account = name === null ? null : accountOf(services, name);
      notes[NOTE] = account;
      if (isAllowed(actor.address)) return null;
      const kind = await kindForSignIn(context, account);
      if (kind === null) return null;
      return refusal(await checkAnswer(context, await availableKind(services, kind), filled), 'wrongpassword');
    },

    async checkCreation(context, _draft, _creator, filled) {
      const kind = forCreation(context);
      if (kind === null) return null;
      const verdict = await checkAnswer(context, await availableKind(context.services, kind), filled);
      return refusal(verdict, 'captcha-createaccount-fail');
    },

    async ended(context, outcome, user) {
      if (context.flow !== 'login') return;
      if (outcome.status === 'PASS') await keepSession(context);
      const named = context.notes[NOTE];
      if (outcome.status === 'FAIL') await countBadSignIn(context, typeof named === 'string' ? named : null);
      else if (outcome.status === 'PASS' && user) await forgetBadSignIns(context, user.name);
    },
  };
}
