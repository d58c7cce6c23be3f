import type { FlowContext } from '../../auth/provider.ts';
import { type Message, msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';
import { joined } from '../../errors/joined.ts';
import type { PolicyStatus } from '../../passwords/policy/check-password.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { RESET_NOTE, type ResetNote } from '../reset-password/note.ts';

/** Notes that the password must or should be changed, for the provider that asks for a new one. */
export function noteChange(context: FlowContext, reset: ResetNote | null): void {
  if (reset) context.notes[RESET_NOTE] = reset;
}

/** Whether an expired password asks for a new one: hard when the days of grace are over too. */
export function expiryReset(user: UserRecord, context: FlowContext): ResetNote | null {
  if (user.passwordExpiresAt === null || context.now < user.passwordExpiresAt) return null;
  const grace = context.services.config.passwords.expireGraceDays * 86_400_000;
  const hard = context.now > user.passwordExpiresAt + grace;
  return { hard, message: coded(msg(hard ? 'resetpass-expired' : 'resetpass-expired-soft')) };
}

/** Whether a right password that breaks the policy asks for a new one. */
export function policyReset(status: PolicyStatus, context: FlowContext): ResetNote | null {
  if (!status.forceChange && !status.suggestChangeOnLogin) return null;
  const why: Message = joined(status.failures, context.services.config.api.compat).message;
  return {
    hard: status.forceChange,
    message: coded(msg(status.forceChange ? 'resetpass-validity' : 'resetpass-validity-soft', why)),
  };
}
