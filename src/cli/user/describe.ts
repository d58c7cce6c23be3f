import { isoTime } from '../../base/time.ts';
import type { UserRecord } from '../../storage/ports/index.ts';

const time = (ms: number | null): string | null => (ms === null ? null : isoTime(ms));

/** An account for programs, without anything secret. */
export const describeUser = (user: UserRecord) => ({
  id: user.id,
  name: user.name,
  realName: user.realName,
  email: user.email,
  emailConfirmed: time(user.emailConfirmedAt),
  registered: time(user.registeredAt),
  hasPassword: user.passwordHash !== null,
  passwordExpires: time(user.passwordExpiresAt),
  groups: user.groups.map(({ group, expiresAt }) => ({ group, expires: time(expiresAt) })),
});
