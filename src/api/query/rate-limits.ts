import type { Services } from '../../auth/services.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import type { ResultObject } from '../result.ts';

interface Limit {
  readonly count: number;
  readonly seconds: number;
}

/**
 * The limits that hold for a caller, by MediaWiki's action names (`mailpassword`, `changeemail`, `confirmemail`) and who
 * is counted: `ip` for callers who are not autoconfirmed, `user` for accounts. Of several limits the shortest shows.
 */
export function rateLimits(services: Services, user: UserRecord | null, rights: ReadonlySet<string>): ResultObject {
  const { passwordReset, emailChange, emailConfirmation } = services.config.throttles;
  const limits: ResultObject = {};
  const add = (action: string, who: 'ip' | 'user', list: readonly Limit[]): void => {
    const [limit] = [...list].sort((a, b) => a.seconds - b.seconds);
    if (limit) limits[action] = { [who]: { hits: limit.count, seconds: limit.seconds } };
  };
  if (!rights.has('autoconfirmed')) add('mailpassword', 'ip', passwordReset.perAddress);
  if (user) {
    add('changeemail', 'user', emailChange.perAccount);
    add('confirmemail', 'user', emailConfirmation.perAccount);
  }
  return limits;
}
