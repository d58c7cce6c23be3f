import type { BotPassword, UserRecord } from '../storage/ports/index.ts';
import type { StoredSession } from './session-store.ts';

/** A signed-in session during one request. */
export interface Live {
  readonly kind: 'account' | 'bot';
  readonly id: string;
  readonly record: StoredSession;
  readonly user: UserRecord;
  readonly botPassword: BotPassword | null;
}
