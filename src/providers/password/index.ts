import { abstain, fail, type Outcome, pass } from '../../auth/outcome.ts';
import type { FlowContext, Provider } from '../../auth/provider.ts';
import { textOf } from '../../auth/request.ts';
import { msg, plain } from '../../base/message.ts';
import { type CodedMessage, coded } from '../../errors/coded-message.ts';
import { dialect } from '../../errors/dialect.ts';
import { joined } from '../../errors/joined.ts';
import type { PolicyStatus } from '../../passwords/policy/check-password.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { mailUser } from '../email/mail-user.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { expiryReset, noteChange, policyReset } from './expiry.ts';
import { PASSWORD_REQUEST, passwordRequest } from './request.ts';

/** Signs in by the account's own password, and keeps it. The last word among primary providers. */
export const password: Provider = {
  id: 'password',
  kind: 'primary',

  forms(action, _context, { username }) {
    if (action === 'login') return [passwordRequest('login', username ?? '')];
    if (action === 'create') return [passwordRequest('create', '')];
    if (action === 'change') return [passwordRequest('change', username ?? '')];
    return [];
  },

  async signIn(context, filled) {
    const name = textOf(filled, PASSWORD_REQUEST, 'username');
    const given = textOf(filled, PASSWORD_REQUEST, 'password');
    if (name === null || given === null) return abstain();
    const { accounts, passwords } = context.services;
    const canonical = accounts.canonical(name, 'usable');
    if (canonical === null) return abstain();
    const user = await accounts.byName(canonical);
    if (!user) {
      await passwords.verify(given, null);
      return fail(msg('wrongpassword'));
    }
    return signInAs(context, user, given);
  },

  async checkCreation(context, draft, _creator, filled) {
    const given = textOf(filled, PASSWORD_REQUEST, 'password');
    // With a domain it is the password of a directory, whose rules are not ours.
    if (given === null || filled.some(({ values }) => values.domain !== undefined)) return null;
    if (given !== textOf(filled, PASSWORD_REQUEST, 'retype')) return coded(msg('badretype'));
    const status = await policyOf(context, draft.name, null, given);
    return status.failures.length > 0 ? joined(status.failures, context.services.config.api.compat) : null;
  },

  async create(context, draft, _creator, filled) {
    const given = textOf(filled, PASSWORD_REQUEST, 'password');
    if (given === null) return abstain();
    const hash = await context.services.passwords.hash(given);
    draft.credentials = { passwordHash: hash, passwordExpiresAt: expiryOf(context) };
    return pass(draft.name);
  },

  async allowsChange(context, user, filled, remove) {
    if (remove || filled.id !== PASSWORD_REQUEST) return null;
    const given = textOf([filled], PASSWORD_REQUEST, 'password') ?? '';
    if (given !== textOf([filled], PASSWORD_REQUEST, 'retype')) return [coded(msg('badretype'))];
    const status = await policyOf(context, user.name, user, given);
    return status.failures as readonly CodedMessage[];
  },

  async change(context, user, filled, remove) {
    if (remove || filled.id !== PASSWORD_REQUEST) return;
    const given = textOf([filled], PASSWORD_REQUEST, 'password');
    if (given === null) return;
    const { accounts, passwords } = context.services;
    await accounts.update(user.id, {
      passwordHash: await passwords.hash(given),
      passwordExpiresAt: expiryOf(context),
      temporaryPasswordHash: null,
      temporaryPasswordAt: null,
    });
    await endOtherSessions(context, user);
    await noticeChange(context, user);
  },
};

/** Tells the owner, so that a change by somebody else does not stay unseen. */
async function noticeChange({ services, actor }: FlowContext, user: UserRecord): Promise<void> {
  if (!services.config.mail.enabled || !services.config.mail.noticePasswordChange || user.email === '') return;
  const body = msg('notice-password-changed-body', plain(actor.address), plain(user.name));
  await mailUser(services, user, msg('notice-password-changed-subject'), body);
}

async function signInAs(context: FlowContext, user: UserRecord, given: string): Promise<Outcome> {
  const { passwords, config, accounts, background } = context.services;
  const status = await policyOf(context, user.name, user, given);
  const unusable = status.validity === 'Invalid' ? fail(joined(status.failures, config.api.compat)) : null;
  if (unusable && dialect(config.api.compat, 'policyBeforePassword')) return unusable;
  const { ok, needsUpgrade } = await passwords.verify(given, user.passwordHash, { userId: user.id });
  if (!ok) return fail(msg('wrongpassword'));
  if (unusable) return unusable;
  if (needsUpgrade) {
    const renewed = passwords.hash(given);
    background(
      renewed.then((passwordHash) => accounts.update(user.id, { passwordHash }, { passwordHash: user.passwordHash })),
    );
  }
  noteChange(context, expiryReset(user, context) ?? policyReset(status, context));
  return pass(user.name);
}

const policyOf = (
  { services }: FlowContext,
  name: string,
  user: UserRecord | null,
  given: string,
): Promise<PolicyStatus> =>
  services.passwords.check({
    name,
    groups: user ? services.accounts.effectiveGroups(user) : [],
    password: given,
  });

function expiryOf({ services, now }: FlowContext): number | null {
  const days = services.config.passwords.expireAfterDays;
  return days === null ? null : now + days * 86_400_000;
}
