import { abstain, fail, type Outcome, pass, ui } from '../../auth/outcome.ts';
import type { FlowContext, Provider } from '../../auth/provider.ts';
import { type AuthRequest, textOf } from '../../auth/request.ts';
import { type Message, msg, plain } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { FACTOR_PASSED_NOTE } from '../second-factor/ask.ts';
import { countAttempt, refundAttempt } from '../second-factor/attempts.ts';
import { mailCode, useCode } from './code.ts';
import { isKnownDevice, rememberDevice } from './known-devices.ts';

/** Id of the form, as the phone apps know it from the extension EmailAuth. */
const REQUEST = 'MediaWiki\\Extension\\EmailAuth\\EmailAuthAuthenticationRequest';

const TICKET_NOTE = 'email-code';

const request: AuthRequest = {
  id: REQUEST,
  required: 'required',
  fields: { token: { type: 'string', label: msg('emailauth-token-label'), help: msg('emailauth-token-help') } },
};

const isOn = ({ services }: FlowContext): boolean =>
  services.config.secondFactor.emailCodeForUnknownDevice && services.config.mail.enabled;

const ask = (message: Message): Outcome => ui([request], message);

/** Enough of an address for its owner: `d…@example.org`. */
const hint = (email: string): string => `${email.slice(0, 1)}…${email.slice(email.lastIndexOf('@'))}`;

/** Mails a code to who signs in from a device that the account has not used, and has no second factor. */
export const emailCode: Provider = {
  id: 'email-code',
  kind: 'secondary',

  async afterSignIn(context, _filled, user) {
    const needless = context.notes[FACTOR_PASSED_NOTE] === true || user.email === '' || user.emailConfirmedAt === null;
    if (!isOn(context) || needless || isKnownDevice(context, user)) return abstain();
    context.notes[TICKET_NOTE] = await mailCode(context, user);
    return ask(msg('emailauth-login-message', plain(hint(user.email))));
  },

  async continueSignIn(context, filled, user) {
    const ticket = context.notes[TICKET_NOTE];
    if (!user || typeof ticket !== 'string') return abstain();
    return take(context, user, ticket, textOf(filled, REQUEST, 'token'));
  },

  async ended(context, outcome, user) {
    if (context.flow === 'login' && outcome.status === 'PASS' && user && isOn(context)) rememberDevice(context, user);
  },
};

async function take(context: FlowContext, user: UserRecord, ticket: string, token: string | null): Promise<Outcome> {
  if (token === null) return ask(msg('emailauth-login-failure'));
  const throttled = await countAttempt(context.services, user);
  if (throttled) return ask(throttled);
  switch (await useCode(context, user, ticket, token)) {
    case 'right':
      await refundAttempt(context.services, user);
      return pass();
    case 'wrong':
      return ask(msg('emailauth-login-failure'));
    case 'spent':
      return fail(msg('emailauth-login-retries'));
  }
}
