import { randomBytes } from 'node:crypto';
import type { Clock } from '../base/clock.ts';
import type { MailQueueStore } from '../storage/ports/index.ts';
import { MailDelivery, type MailLog } from './delivery.ts';
import { type OutgoingMail, prepareMail } from './outgoing-mail.ts';
import type { MailTransport } from './transport.ts';

/** Figures since the start of this process; `queued` is what the shared queue holds now. */
export interface MailStats {
  readonly queued: number;
  readonly sent: number;
  /** Attempts that failed and will be repeated. */
  readonly deferred: number;
  /** Messages given up: refused for good, or too old. */
  readonly givenUp: number;
}

/** Sends mail. What {@link Mailer.send} has taken is on disk and gets delivered, also after a restart. */
export interface Mailer {
  /** Whether mail is sent at all. */
  readonly enabled: boolean;
  /**
   * Takes a message. Resolves as soon as it is in the queue on disk: `queued` when delivery goes on in the background,
   * `sent` when it is already done (files in the outbox).
   *
   * @throws TypeError when the message is not one that can be sent; Error when mail is switched off.
   */
  send(mail: OutgoingMail): Promise<'sent' | 'queued'>;
  /** Begins to look after the queue: what an earlier process left, and what must be tried again. */
  start(): void;
  /** Ends that and waits for what is under way. What is not delivered stays in the queue. */
  stop(): Promise<void>;
  /** Waits until everything that is due has been tried. */
  flush(): Promise<void>;
  stats(): Promise<MailStats>;
}

/** What a mailer is made of. */
export interface MailerOptions {
  readonly transport: MailTransport;
  readonly queue: MailQueueStore;
  /** `Name <address>` or a bare address. A function where it is known only once the server listens. */
  readonly from: string | (() => string);
  readonly clock: Clock;
  readonly log: MailLog;
  readonly enabled: boolean;
  /** Waits before further attempts; the last one repeats. Default 30 s, 2 min, 10 min, 1 h. */
  readonly retrySeconds?: readonly number[];
  /** Age at which a message is given up. Default three days. */
  readonly giveUpAfterMs?: number;
  /** How often the queue is looked at, in milliseconds of real time. */
  readonly pollMs?: number;
}

const THREE_DAYS = 3 * 86_400_000;

const hostOf = (from: string): string => /@([A-Za-z0-9.-]+)/.exec(from)?.[1] ?? 'localhost';

/** Makes a mailer. It delivers what it is given at once; {@link Mailer.start} adds the queue of before. */
export function createMailer(options: MailerOptions): Mailer {
  const { queue, clock } = options;
  const delivery = new MailDelivery({
    transport: options.transport,
    queue,
    clock,
    log: options.log,
    retrySeconds: options.retrySeconds ?? [30, 120, 600, 3600],
    giveUpAfterMs: options.giveUpAfterMs ?? THREE_DAYS,
  });
  const sender = (): string => (typeof options.from === 'string' ? options.from : options.from());
  let timer: NodeJS.Timeout | null = null;

  return {
    enabled: options.enabled,
    async send(mail) {
      if (!options.enabled) throw new Error('mail is switched off');
      const from = sender();
      const now = clock.now();
      const messageId = `<${now.toString(36)}.${randomBytes(12).toString('hex')}@${hostOf(from)}>`;
      const prepared = prepareMail(mail, { from, messageId, date: now });
      const id = await queue.add(JSON.stringify(prepared), now);
      const delivered = delivery.deliverNew(id);
      return options.transport.local ? ((await delivered) ? 'sent' : 'queued') : 'queued';
    },
    start() {
      if (!options.enabled || timer) return;
      timer = setInterval(() => delivery.pump(), options.pollMs ?? 10_000).unref();
      delivery.pump();
    },
    async stop() {
      if (timer) clearInterval(timer);
      timer = null;
      await delivery.stop();
      await options.transport.close();
    },
    flush: () => delivery.drain(),
    stats: async () => ({ queued: await queue.count(), ...delivery.counts }),
  };
}
