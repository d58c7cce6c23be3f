import { abstain, pass } from '../../auth/outcome.ts';
import type { FlowContext, Provider } from '../../auth/provider.ts';
import { type FilledRequest, textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { NO_CONFIRMATION_NOTE } from '../email/index.ts';
import { noteChange } from '../password/expiry.ts';
import { PASSWORD_REQUEST } from '../password/request.ts';
import { hashTemporaryPassword, isTemporaryPassword } from './hash.ts';
import { mailNewAccount } from './mails.ts';
import { TEMPORARY_REQUEST, temporaryPasswordRequest } from './request.ts';

const asked = (filled: readonly FilledRequest[]): boolean =>
  filled.some((f) => f.id === TEMPORARY_REQUEST && f.values.mailpassword === true);

/** The password that a creation in progress is about to mail. Never leaves the request. */
const toMail = new WeakMap<FlowContext, string>();

/** Signs in by a mailed temporary password (a new one must then be chosen), and makes accounts that get one. */
export const temporaryPassword: Provider = {
  id: 'temporary-password',
  kind: 'primary',

  forms(action, { services }, { username }) {
    if (action === 'remove') return [temporaryPasswordRequest(username ?? '')];
    if (action === 'create' && username !== null && services.config.mail.enabled) {
      return [temporaryPasswordRequest('')];
    }
    return [];
  },

  async signIn(context, filled) {
    const name = textOf(filled, PASSWORD_REQUEST, 'username');
    const given = textOf(filled, PASSWORD_REQUEST, 'password');
    if (name === null || given === null) return abstain();
    const user = await context.services.accounts.find(name);
    if (!user?.temporaryPasswordHash || !isCurrent(context, user)) return abstain();
    if (!(await matches(context, user, given))) return abstain();
    noteChange(context, { hard: true, message: coded(msg('resetpass-temp-emailed')) });
    return pass(user.name);
  },

  async checkCreation({ services }, draft, _creator, filled) {
    if (!asked(filled)) return null;
    if (!services.config.mail.enabled) return coded(msg('emaildisabled'));
    return draft.email === '' ? coded(msg('noemailcreate')) : null;
  },

  async create(context, draft, _creator, filled) {
    if (!asked(filled)) return abstain();
    const password = context.services.passwords.random();
    toMail.set(context, password);
    draft.credentials = {
      temporaryPasswordHash: hashTemporaryPassword(context.services.secrets, draft.name, password),
      temporaryPasswordAt: context.now,
    };
    draft.logAction = 'byemail';
    context.notes[NO_CONFIRMATION_NOTE] = true;
    return pass(draft.name);
  },

  async created(context, user) {
    const password = toMail.get(context);
    if (password === undefined) return;
    await mailNewAccount(context.services, user, context.actor.name, password);
  },

  async allowsChange(_context, _user, filled, remove) {
    return remove && filled.id === TEMPORARY_REQUEST ? [] : null;
  },

  async change({ services }, user, filled, remove) {
    if (!remove || filled.id !== TEMPORARY_REQUEST) return;
    await services.accounts.update(user.id, { temporaryPasswordHash: null, temporaryPasswordAt: null });
  },
};

const isCurrent = ({ services, now }: FlowContext, user: UserRecord): boolean =>
  user.temporaryPasswordAt !== null &&
  now < user.temporaryPasswordAt + services.config.passwords.temporaryLifetimeHours * 3_600_000;

async function matches({ services }: FlowContext, user: UserRecord, given: string): Promise<boolean> {
  const stored = user.temporaryPasswordHash as string;
  const quick = isTemporaryPassword(services.secrets, user.name, given, stored);
  return quick ?? (await services.passwords.verify(given, stored, { userId: user.id })).ok;
}
