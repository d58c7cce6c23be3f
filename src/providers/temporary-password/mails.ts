import type { Services } from '../../auth/services.ts';
import { msg, plain } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { languageOf } from '../email/language.ts';
import { mailUser } from '../email/mail-user.ts';

const days = (services: Services): number => Math.round(services.config.passwords.temporaryLifetimeHours / 24);

/** Tells the owner of an account that somebody made for them how to sign in. */
export async function mailNewAccount(
  services: Services,
  user: UserRecord,
  caller: string,
  password: string,
): Promise<void> {
  await mailUser(
    services,
    user,
    msg('createaccount-title'),
    msg(
      'createaccount-text',
      plain(caller),
      plain(user.name),
      plain(password),
      plain(`${services.publicUrl()}/`),
      days(services),
    ),
  );
}

/** Sends a temporary password that was asked for. `caller` is the address or account that asked. */
export async function mailReset(
  services: Services,
  user: UserRecord,
  caller: { readonly name: string; readonly isAccount: boolean },
  password: string,
): Promise<void> {
  const language = await languageOf(services, user);
  const { messages } = services;
  const element = messages.plain(msg('passwordreset-emailelement', plain(user.name), plain(password)), language);
  await services.mailer.send({
    to: user.email,
    subject: messages.plain(msg('passwordreset-emailtitle'), language),
    text: messages.plain(
      msg(
        caller.isAccount ? 'passwordreset-emailtext-user' : 'passwordreset-emailtext-ip',
        plain(caller.name),
        plain(element),
        1,
        plain(`${services.publicUrl()}/`),
        days(services),
      ),
      language,
    ),
  });
}
