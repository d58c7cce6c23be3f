import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { renderEml } from './eml.ts';
import type { PreparedMail } from './outgoing-mail.ts';
import type { MailTransport } from './transport.ts';

const sortableTime = (ms: number): string => new Date(ms).toISOString().replace(/[-:]/g, '').replace('.', '');

/**
 * Name of the file of a message: its time, then its id. The same for every attempt, so a repeated delivery replaces the
 * file instead of making a second message.
 */
const fileName = (mail: PreparedMail): string =>
  `${sortableTime(mail.date)}-${mail.messageId.replace(/@.*$/s, '').replace(/[^A-Za-z0-9.-]/g, '')}.eml`;

/** Writes one `.eml` file per message into a folder. A file is complete from the moment it has its name. */
export function outboxTransport(folder: string): MailTransport {
  return {
    local: true,
    async deliver(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const target = join(folder, fileName(mail));
      const temporary = `${target}.part`;
      try {
        // Mails hold passwords: they are for the owner of the folder alone.
        const file = await open(temporary, 'w', 0o600);
        try {
          await file.writeFile(renderEml(mail));
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    close: async () => {},
  };
}
