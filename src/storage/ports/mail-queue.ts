/** A message on its way. */
export interface QueuedMail {
  readonly id: number;
  /** The whole message as handed to the transport: JSON of `mail/`'s `OutgoingMail`. */
  readonly message: string;
  readonly queuedAt: number;
  /** Attempts that failed so far. */
  readonly attempts: number;
  readonly nextAttemptAt: number;
  readonly lastError: string | null;
}

/** Messages that are not delivered yet. What was queued is on disk. */
export interface MailQueueStore {
  add(message: string, now: number): Promise<number>;
  /** Claims up to `limit` due messages until `leaseUntil`, so that no other process takes them meanwhile. */
  claim(now: number, leaseUntil: number, limit: number): Promise<QueuedMail[]>;
  /** Claims one message that was just added, if nobody has it. */
  claimOne(id: number, leaseUntil: number): Promise<QueuedMail | null>;
  done(id: number): Promise<void>;
  failed(id: number, error: string, nextAttemptAt: number): Promise<void>;
  list(limit: number): Promise<QueuedMail[]>;
  count(): Promise<number>;
}
