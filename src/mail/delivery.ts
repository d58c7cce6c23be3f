import type { Clock } from '../base/clock.ts';
import type { MailQueueStore, QueuedMail } from '../storage/ports/index.ts';
import type { PreparedMail } from './outgoing-mail.ts';
import { DeliveryError, type MailTransport } from './transport.ts';

/** The part of the operator's log that mail needs. */
export interface MailLog {
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}

/** What {@link MailDelivery} works with. */
export interface DeliveryOptions {
  readonly transport: MailTransport;
  readonly queue: MailQueueStore;
  readonly clock: Clock;
  readonly log: MailLog;
  readonly retrySeconds: readonly number[];
  readonly giveUpAfterMs: number;
}

/** Messages in hand at once. */
const CONCURRENCY = 4;
/** A claimed message is ours this long; far longer than the time-outs of a transport, or it would be sent twice. */
const LEASE_MS = 10 * 60_000;

const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Takes messages out of the queue, tries them, and notes what came of it. */
export class MailDelivery {
  readonly counts = { sent: 0, deferred: 0, givenUp: 0 };
  readonly #options: DeliveryOptions;
  readonly #running = new Set<Promise<unknown>>();
  #pumping: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /**
   * Tries a message that was just queued, unless as many as allowed are in hand already: then it waits for its turn.
   * Never rejects; resolves to whether the message is delivered.
   */
  deliverNew(id: number): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(false);
    if (this.#running.size >= CONCURRENCY) {
      this.pump();
      return Promise.resolve(false);
    }
    return this.#track(
      this.#options.queue
        .claimOne(id, this.#options.clock.now() + LEASE_MS)
        .then((mail) => (mail ? this.#attempt(mail) : false)),
    );
  }

  /** Works through everything that is due, in the background. */
  pump(): void {
    void this.drain();
  }

  /** Works through everything that is due; resolves when nothing more is. Never rejects. */
  async drain(): Promise<void> {
    if (this.#pumping) {
      this.#again = true;
      return this.#pumping;
    }
    this.#pumping = this.#work();
    try {
      await this.#pumping;
    } finally {
      this.#pumping = null;
    }
  }

  /** Takes nothing new and waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#pumping;
    await Promise.all(this.#running);
  }

  async #work(): Promise<void> {
    const { queue, clock, log } = this.#options;
    do {
      this.#again = false;
      try {
        while (!this.#stopped) {
          while (this.#running.size >= CONCURRENCY) await Promise.race(this.#running);
          const now = clock.now();
          const due = await queue.claim(now, now + LEASE_MS, CONCURRENCY - this.#running.size);
          for (const mail of due) void this.#track(this.#attempt(mail));
          if (due.length > 0) continue;
          // What is in hand may come back as due at once only by another process: then the next round has it.
          if (this.#running.size === 0) break;
          await Promise.all(this.#running);
        }
      } catch (error) {
        log.error({ error: errorText(error) }, 'the mail queue could not be read');
      }
    } while (this.#again && !this.#stopped);
  }

  #track(work: Promise<boolean>): Promise<boolean> {
    const safe = work
      .catch((error: unknown) => {
        this.#options.log.error({ error: errorText(error) }, 'the mail queue could not be written');
        return false;
      })
      .finally(() => this.#running.delete(safe));
    this.#running.add(safe);
    return safe;
  }

  async #attempt(queued: QueuedMail): Promise<boolean> {
    const { transport, queue, log } = this.#options;
    try {
      await transport.deliver(JSON.parse(queued.message) as PreparedMail);
    } catch (error) {
      await this.#failed(queued, error);
      return false;
    }
    this.counts.sent++;
    await queue.done(queued.id);
    log.info({ mail: queued.id, attempts: queued.attempts + 1 }, 'mail sent');
    return true;
  }

  async #failed(queued: QueuedMail, error: unknown): Promise<void> {
    const { queue, clock, log, retrySeconds, giveUpAfterMs } = this.#options;
    const text = errorText(error);
    const now = clock.now();
    const wait = (retrySeconds[Math.min(queued.attempts, retrySeconds.length - 1)] ?? 3600) * 1000;
    const fields = { mail: queued.id, attempts: queued.attempts + 1, error: text };
    const refused = error instanceof DeliveryError && error.permanent;
    if (refused || now + wait - queued.queuedAt > giveUpAfterMs) {
      this.counts.givenUp++;
      await queue.done(queued.id);
      log.error(fields, refused ? 'mail refused for good: given up' : 'mail could not be sent in time: given up');
      return;
    }
    this.counts.deferred++;
    await queue.failed(queued.id, text, now + wait);
    log.warn({ ...fields, retryAt: new Date(now + wait).toISOString() }, 'mail not sent, will be tried again');
  }
}
