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

/** Change tags do not exist here, so none can be applied. Throws `badtags` when any is asked for. */
export function refuseTags(tags: readonly string[] | null): void {
  if (tags === null || tags.length === 0) return;
  const key = tags.length === 1 ? 'tags-apply-not-allowed-one' : 'tags-apply-not-allowed-multi';
  throw apiError(msg(key, tags.join(', '), tags.length), 'badtags', { disallowedtags: tags });
}
