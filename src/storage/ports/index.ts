export type * from './blocks.ts';
export type * from './bot-passwords.ts';
export type * from './email-tokens.ts';
export type * from './factors.ts';
export type * from './links.ts';
export type * from './log.ts';
export type * from './mail-queue.ts';
export type * from './options.ts';
export type * from './remembered-logins.ts';
export type * from './throttle-exemptions.ts';
export type * from './users.ts';
export type * from './volatile.ts';

import type { BlockStore } from './blocks.ts';
import type { BotPasswordStore } from './bot-passwords.ts';
import type { EmailTokenStore } from './email-tokens.ts';
import type { FactorStore } from './factors.ts';
import type { AccountLinkStore } from './links.ts';
import type { LogStore } from './log.ts';
import type { MailQueueStore } from './mail-queue.ts';
import type { UserOptionStore } from './options.ts';
import type { RememberedLoginStore } from './remembered-logins.ts';
import type { ThrottleExemptionStore } from './throttle-exemptions.ts';
import type { UserStore } from './users.ts';

/** All lasting state. One SQL database holds it. */
export interface Stores {
  readonly users: UserStore;
  readonly log: LogStore;
  readonly blocks: BlockStore;
  readonly botPasswords: BotPasswordStore;
  readonly rememberedLogins: RememberedLoginStore;
  readonly options: UserOptionStore;
  readonly factors: FactorStore;
  readonly links: AccountLinkStore;
  readonly emailTokens: EmailTokenStore;
  readonly mailQueue: MailQueueStore;
  readonly throttleExemptions: ThrottleExemptionStore;
  /**
   * A number that differs whenever lasting state may have changed behind this process's back (another process wrote).
   * Cheap enough for every request; lets the account cache stay right while the command line changes a running server.
   */
  changeStamp(): number;
  /** Resolves when the database answers; rejects when it does not. */
  ping(): Promise<void>;
  /** Copies the database into a file while it is in use. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
