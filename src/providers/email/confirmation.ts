import type { Services } from '../../auth/services.ts';
import { sha256Hex } from '../../base/digest.ts';
import { msg, plain } from '../../base/message.ts';
import { randomHex } from '../../base/random.ts';
import { isoTime } from '../../base/time.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { mailUser } from './mail-user.ts';

/** What the mailed code of a confirmation is kept under. */
export const CONFIRM_PURPOSE = 'confirm';

const LIFETIME_MS = 7 * 86_400_000;

/** Mails a link that proves that the address is the account's. An earlier link stops working. */
export async function mailConfirmation(services: Services, user: UserRecord, address: string): Promise<void> {
  const code = randomHex(16);
  const expiresAt = services.clock.now() + LIFETIME_MS;
  await services.stores.emailTokens.put({
    userId: user.id,
    purpose: CONFIRM_PURPOSE,
    hash: sha256Hex(code),
    email: user.email,
    expiresAt,
  });
  const page = (name: string): string =>
    services.publicUrl() + services.config.http.articlePath.replace('$1', `Special:${name}/${code}`);
  const until = isoTime(expiresAt);
  await mailUser(
    services,
    user,
    msg('confirmemail_subject'),
    msg(
      'confirmemail_body',
      plain(address),
      plain(user.name),
      plain(page('ConfirmEmail')),
      plain(until),
      plain(page('InvalidateEmail')),
      plain(until.slice(0, 10)),
      plain(until.slice(11, 16)),
    ),
  );
}
