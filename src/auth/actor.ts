import type { Session } from '../sessions/types.ts';
import type { UserRecord } from '../storage/ports/index.ts';

/** On whose behalf a request runs. */
export interface Actor {
  /** null = nobody is signed in (or the request must be treated so). */
  readonly user: UserRecord | null;
  /** The account's name, or the address of a visitor. */
  readonly name: string;
  /** Client address, normalised. */
  readonly address: string;
  readonly session: Session;
  /** `*`, then the implicit groups, then the explicit ones. */
  readonly groups: readonly string[];
  /** After the grants of a bot-password session. */
  readonly rights: ReadonlySet<string>;
}
