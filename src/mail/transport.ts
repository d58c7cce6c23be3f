import type { PreparedMail } from './outgoing-mail.ts';

/** Takes messages out of the house. */
export interface MailTransport {
  /** Delivery is a local write: quick enough to wait for. */
  readonly local: boolean;
  /**
   * Resolves when the next hop has taken the message.
   *
   * @throws DeliveryError with `permanent` when a further attempt is useless; anything else is tried again.
   */
  deliver(mail: PreparedMail): Promise<void>;
  close(): Promise<void>;
}

/** Why a message was not taken. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  /** The receiver refused this very message or recipient: trying again changes nothing. */
  readonly permanent: boolean;

  constructor(message: string, permanent: boolean, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.permanent = permanent;
  }
}
