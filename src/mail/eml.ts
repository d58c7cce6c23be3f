import { encodeHeaderText, encodeMailbox } from './encoded-word.ts';
import type { PreparedMail } from './outgoing-mail.ts';

const rfcDate = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');

/** The text of an `.eml` file: headers, an empty line, the body in UTF-8, 8bit, with Unix line ends. */
export function renderEml(mail: PreparedMail): string {
  const lines = [
    `From: ${encodeMailbox(mail.from)}`,
    `To: ${mail.to}`,
    `Subject: ${encodeHeaderText(mail.subject)}`,
    `Date: ${rfcDate(mail.date)}`,
    `Message-ID: ${mail.messageId}`,
    ...Object.entries(mail.headers).map(([name, value]) => `${name}: ${encodeHeaderText(value)}`),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const body = mail.text.replace(/\r\n?/g, '\n');
  return `${lines.join('\n')}\n\n${body}${body.endsWith('\n') ? '' : '\n'}`;
}
