import { msg } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import type { Call } from '../define.ts';

/** The account with the id of a `userid` parameter. Throws `nosuchuserid`. */
export async function accountById(call: Pick<Call, 'services'>, id: number): Promise<UserRecord> {
  const user = id > 0 ? await call.services.accounts.byId(id) : null;
  if (!user) throw apiError(msg('apierror-nosuchuserid', id), 'nosuchuserid');
  return user;
}
