import type { PreparedMail } from './outgoing-mail.ts';
import { DeliveryError, type MailTransport } from './transport.ts';

/** Where the mail server is and how to talk to it. */
export interface SmtpOptions {
  readonly host: string;
  /** Default 587, with `secure` 465. */
  readonly port?: number;
  /** TLS from the first byte. */
  readonly secure?: boolean;
  readonly user?: string;
  readonly password?: string;
  /**
   * `required`: no mail without STARTTLS. `optional`: where the server offers it. `off`: never. Default: `required`
   * with a user name (a password must not cross a network in the clear), else `optional`.
   */
  readonly startTls?: 'required' | 'optional' | 'off';
  /** Milliseconds without progress after which an attempt is over. */
  readonly timeoutMs?: number;
}

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`.
 *
 * @throws TypeError when it is no such address.
 */
export function parseSmtpUrl(text: string): SmtpOptions {
  const url = new URL(text);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')
    throw new TypeError('a mail server is smtp:// or smtps://');
  const startTls = url.searchParams.get('startTls');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    secure: url.protocol === 'smtps:',
    ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    ...(startTls === 'required' || startTls === 'optional' || startTls === 'off' ? { startTls } : {}),
  };
}

interface SmtpFailure extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * A refusal with 5xx of the recipient or of the message itself is final. One of the sign-in or of the sender is a fault
 * of our own settings: the message is worth keeping until the operator has mended them.
 */
function toDeliveryError(error: SmtpFailure): DeliveryError {
  const refused = (error.responseCode ?? 0) >= 500 && (error.command === 'RCPT TO' || error.command === 'DATA');
  const unusable = error.code === 'EENVELOPE' && error.responseCode === undefined;
  return new DeliveryError(error.message, refused || unusable, error);
}

/** Hands messages to a mail server over a small pool of connections. nodemailer is loaded with the first message. */
export function smtpTransport(options: SmtpOptions): MailTransport {
  const startTls = options.startTls ?? (options.user === undefined ? 'optional' : 'required');
  const timeout = options.timeoutMs ?? 60_000;
  const connect = async () => {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      pool: true,
      maxConnections: 3,
      maxMessages: 100,
      host: options.host,
      port: options.port ?? (options.secure ? 465 : 587),
      secure: options.secure ?? false,
      requireTLS: startTls === 'required' && !options.secure,
      ignoreTLS: startTls === 'off',
      ...(options.user === undefined ? {} : { auth: { user: options.user, pass: options.password ?? '' } }),
      connectionTimeout: Math.min(timeout, 15_000),
      greetingTimeout: Math.min(timeout, 15_000),
      socketTimeout: timeout,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  let transporter: ReturnType<typeof connect> | null = null;
  return {
    local: false,
    async deliver(mail: PreparedMail) {
      transporter ??= connect();
      try {
        await (await transporter).sendMail({
          from: mail.from,
          to: { name: '', address: mail.to },
          subject: mail.subject,
          text: mail.text,
          headers: { ...mail.headers },
          messageId: mail.messageId,
          date: new Date(mail.date),
        });
      } catch (error) {
        throw toDeliveryError(error as SmtpFailure);
      }
    },
    async close() {
      if (transporter) (await transporter).close();
      transporter = null;
    },
  };
}
