/** One message to one person, as its author writes it. */
export interface OutgoingMail {
  /** A bare address, `name@host`. */
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** Further headers, e.g. `Auto-Submitted`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A message ready for a transport: checked, with everything that must not differ between two attempts. */
export interface PreparedMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With angle brackets. The same at every attempt, so that receivers can tell a repetition. */
  readonly messageId: string;
  /** Milliseconds. */
  readonly date: number;
}

const ADDRESS = /^[^\s<>()[\]\\,;:"@\x00-\x1f\x7f]+@[^\s<>()[\]\\,;:"@\x00-\x1f\x7f]+$/u;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
const OWN_HEADERS = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'sender',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
]);

/** One line of text without control characters: nothing in it can begin another header. */
export const oneLine = (value: string): string => value.replace(/[\x00-\x1f\x7f\u0085\u2028\u2029]+/g, ' ').trim();

/**
 * Checks a message and makes it safe to write into headers.
 *
 * @throws TypeError when the recipient is not one bare address or a header is not a free one.
 */
export function prepareMail(
  mail: OutgoingMail,
  sender: { from: string; messageId: string; date: number },
): PreparedMail {
  if (!ADDRESS.test(mail.to)) throw new TypeError('the recipient of a mail must be one bare address');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!HEADER_NAME.test(name) || OWN_HEADERS.has(name.toLowerCase())) {
      throw new TypeError(`a mail cannot set the header ${JSON.stringify(name)}`);
    }
    headers[name] = oneLine(value);
  }
  return {
    to: mail.to,
    subject: oneLine(mail.subject),
    text: mail.text,
    headers,
    ...sender,
    from: oneLine(sender.from),
  };
}
