import type { Services } from '../../auth/services.ts';
import { type Message, msg, plain } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { languageOf } from '../email/language.ts';

/** What happened to a factor: set up or taken off by its owner, or switched off by an administrator. */
export type FactorChange = 'on' | 'off' | 'off-by-other';

/** Tells an account by mail, where it has an address, that one of its factors changed. */
export async function mailFactorChange(
  services: Services,
  user: UserRecord,
  change: FactorChange,
  factor: Message,
): Promise<void> {
  if (user.email === '') return;
  const language = await languageOf(services, user);
  const { messages } = services;
  await services.mailer.send({
    to: user.email,
    subject: messages.plain(msg(`oathauth-mail-${change}-subject`), language),
    text: messages.plain(
      msg(`oathauth-mail-${change}-text`, plain(user.name), factor, plain(`${services.publicUrl()}/`)),
      language,
    ),
  });
}
