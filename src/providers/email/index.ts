import type { Provider } from '../../auth/provider.ts';
import { mailConfirmation } from './confirmation.ts';

/** The note of a creation in which the account gets another mail that proves its address. */
export const NO_CONFIRMATION_NOTE = 'no-confirmation-mail';

/** Mails the confirmation link of a new account's address. */
export const emailNotification: Provider = {
  id: 'email-notification',
  kind: 'secondary',
  async created(context, user) {
    if (!context.services.config.mail.enabled || user.email === '' || context.notes[NO_CONFIRMATION_NOTE]) return;
    await mailConfirmation(context.services, user, context.actor.address);
  },
};
