import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Clock } from '../../src/base/clock.ts';
import { createMailer, type Mailer, type MailerOptions } from '../../src/mail/index.ts';
import type { MailQueueStore, QueuedMail } from '../../src/storage/ports/index.ts';

/** A clock that stands still until it is moved. */
export interface HandClock extends Clock {
  advance(ms: number): void;
}

export function handClock(start = Date.UTC(2026, 0, 2, 3, 4, 5)): HandClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}

/** A queue that outlives mailers, as a database does. */
export function memoryQueue(): MailQueueStore {
  const rows = new Map<number, QueuedMail & { leasedUntil: number }>();
  let last = 0;
  return {
    async add(message, now) {
      last++;
      const row = {
        id: last,
        message,
        queuedAt: now,
        attempts: 0,
        nextAttemptAt: now,
        lastError: null,
        leasedUntil: 0,
      };
      rows.set(last, row);
      return last;
    },
    async claim(now, leaseUntil, limit) {
      const due = [...rows.values()].filter((row) => row.nextAttemptAt <= now && row.leasedUntil <= now);
      for (const row of due.slice(0, limit)) row.leasedUntil = leaseUntil;
      return due.slice(0, limit).map((row) => ({ ...row }));
    },
    async claimOne(id, leaseUntil) {
      const row = rows.get(id);
      if (!row || row.leasedUntil > 0) return null;
      row.leasedUntil = leaseUntil;
      return { ...row };
    },
    async done(id) {
      rows.delete(id);
    },
    async failed(id, error, nextAttemptAt) {
      const row = rows.get(id);
      if (row) rows.set(id, { ...row, attempts: row.attempts + 1, lastError: error, nextAttemptAt, leasedUntil: 0 });
    },
    list: async (limit) => [...rows.values()].slice(0, limit),
    count: async () => rows.size,
  };
}

/** A log that is read by the test. */
export function recordingLog() {
  const entries: { level: string; text: string; fields: object }[] = [];
  const at = (level: string) => (fields: object, text: string) => void entries.push({ level, text, fields });
  return { entries, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** A mailer with a memory queue unless told otherwise. */
export const testMailer = (options: Pick<MailerOptions, 'transport'> & Partial<MailerOptions>): Mailer =>
  createMailer({
    queue: memoryQueue(),
    from: 'Wiki <wiki@example.org>',
    clock: handClock(),
    log: recordingLog(),
    enabled: true,
    ...options,
  });

/** A mail server that keeps what it gets. */
export interface TestSmtp {
  readonly port: number;
  readonly received: string[];
  close(): Promise<void>;
}

export async function startSmtp(options: SMTPServerOptions & { port?: number } = {}): Promise<TestSmtp> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
