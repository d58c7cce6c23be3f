import type { PreparedMail } from './outgoing-mail.ts';
import type { MailTransport } from './transport.ts';

/** A transport that keeps what it gets, for tests. */
export interface Mailbox extends MailTransport {
  /** Oldest first. */
  readonly messages: readonly PreparedMail[];
  /** The newest message to this address, or null. */
  last(to: string): PreparedMail | null;
  clear(): void;
  /** The next deliveries fail with this error; null ends that. */
  failWith(error: Error | null): void;
}

/** Makes an empty mailbox. */
export function createMailbox(): Mailbox {
  const messages: PreparedMail[] = [];
  let failure: Error | null = null;
  return {
    local: true,
    messages,
    last: (to) => messages.findLast((mail) => mail.to === to) ?? null,
    clear: () => messages.splice(0),
    failWith(error) {
      failure = error;
    },
    async deliver(mail) {
      if (failure) throw failure;
      messages.push(mail);
    },
    close: async () => {},
  };
}
