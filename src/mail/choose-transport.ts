import { outboxTransport } from './outbox.ts';
import { parseSmtpUrl, type SmtpOptions, smtpTransport } from './smtp.ts';
import type { MailTransport } from './transport.ts';

/** The transport that the configuration asks for: its mail server, or else files in the outbox folder. */
export const chooseTransport = (server: string | SmtpOptions | null, outboxFolder: string): MailTransport =>
  server === null
    ? outboxTransport(outboxFolder)
    : smtpTransport(typeof server === 'string' ? parseSmtpUrl(server) : server);
