export { chooseTransport } from './choose-transport.ts';
export { createMailbox, type Mailbox } from './mailbox.ts';
export { createMailer, type Mailer, type MailerOptions, type MailStats } from './mailer.ts';
export type { OutgoingMail, PreparedMail } from './outgoing-mail.ts';
export { DeliveryError, type MailTransport } from './transport.ts';
