import type { Clock } from '../base/clock.ts';
import type { Stores, UserRecord, VolatileStore } from '../storage/ports/index.ts';
import type { SessionSettings } from './session-settings.ts';

/** What sessions are made from. */
export interface SessionDependencies {
  readonly settings: SessionSettings;
  /** Newest first. */
  readonly secrets: readonly string[];
  readonly clock: Clock;
  readonly volatile: VolatileStore;
  readonly stores: Pick<Stores, 'rememberedLogins' | 'botPasswords'>;
  /** Reads an account (through the account cache). */
  readonly userById: (id: number) => Promise<UserRecord | null>;
}

/** What of a request decides its session. */
export interface SessionInput {
  readonly cookies: ReadonlyMap<string, string>;
  readonly address: string;
  readonly userAgent: string;
}
