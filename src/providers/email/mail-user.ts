import type { Services } from '../../auth/services.ts';
import type { Message } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { languageOf } from './language.ts';

/** Mails the owner of an account, in their language, at the address that the record holds. */
export async function mailUser(services: Services, user: UserRecord, subject: Message, body: Message): Promise<void> {
  const language = await languageOf(services, user);
  await services.mailer.send({
    to: user.email,
    subject: services.messages.plain(subject, language),
    text: services.messages.plain(body, language),
  });
}
