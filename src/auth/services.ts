import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../base/clock.ts';
import type { Config } from '../config/index.ts';
import type { Messages } from '../i18n/index.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Passwords } from '../passwords/passwords.ts';
import type { Stores, VolatileStore } from '../storage/ports/index.ts';
import type { AuthManager } from './manager.ts';
import type { Throttle } from './throttle.ts';

/** Everything that a request can need, made once by the composition root. */
export interface Services {
  readonly config: Config;
  readonly clock: Clock;
  readonly messages: Messages;
  readonly stores: Stores;
  readonly volatile: VolatileStore;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly mailer: Mailer;
  readonly throttle: Throttle;
  readonly auth: AuthManager;
  readonly log: Logger;
  /** Secrets of the server, newest first. */
  readonly secrets: readonly string[];
  /** Runs work that must not hold up an answer; the server waits for it before it stops, and logs its failure. */
  readonly background: (work: Promise<unknown>) => void;
  /** The address that people and mails use, without a slash at the end. */
  readonly publicUrl: () => string;
}

/** Structured log of the operator (pino's shape). Never gets a sensitive field. */
export interface Logger {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}
