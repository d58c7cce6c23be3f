import type { Services } from '../../auth/services.ts';
import { msg, plain } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { mailConfirmation } from './confirmation.ts';
import { mailUser } from './mail-user.ts';

/** A change of the mail address of an account. */
export interface AddressChange {
  /** Empty = none any more. Checked by the caller. */
  readonly address: string;
  /** It is known to be theirs: no confirmation is asked for. */
  readonly confirmed: boolean;
  /** Who asked: an address, or the name of an operator's program. */
  readonly by: string;
}

/**
 * Changes the mail address of an account: the old address is told, the new one gets a link that proves it, and links to
 * the old one stop working. Without mail the address changes silently.
 */
export async function changeAddress(services: Services, user: UserRecord, change: AddressChange): Promise<void> {
  if (change.address === user.email) return;
  const emailConfirmedAt = change.address !== '' && change.confirmed ? services.clock.now() : null;
  await services.accounts.update(user.id, { email: change.address, emailConfirmedAt });
  if (!services.config.mail.enabled) return;
  if (user.email !== '') {
    const kind = change.address === '' ? 'removed' : 'changed';
    const body = msg(`notificationemail_body_${kind}`, plain(change.by), plain(user.name), plain(change.address));
    await mailUser(services, user, msg(`notificationemail_subject_${kind}`), body);
  }
  if (change.address !== '' && !change.confirmed) {
    await mailConfirmation(services, { ...user, email: change.address }, change.by);
  }
}
