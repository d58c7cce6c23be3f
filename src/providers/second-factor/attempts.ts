import type { Services } from '../../auth/services.ts';
import { duration, type Message, msg } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';

const KIND = 'second-factor';

/** Counts an attempt of an account before it is checked; a message when it is one too many and must not be checked. */
export async function countAttempt({ throttle, config }: Services, user: UserRecord): Promise<Message | null> {
  const exceeded = await throttle.hit(KIND, String(user.id), config.throttles.secondFactor.perAccount);
  return exceeded && msg('oathauth-throttled', duration(exceeded.retryAfter));
}

/** Takes an attempt back that turned out to be right. */
export const refundAttempt = ({ throttle, config }: Services, user: UserRecord): Promise<void> =>
  throttle.refund(KIND, String(user.id), config.throttles.secondFactor.perAccount);
