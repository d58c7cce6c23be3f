import type { FlowContext } from '../../auth/provider.ts';
import type { AuthRequest, FilledRequest } from '../../auth/request.ts';
import type { Services } from '../../auth/services.ts';
import type { Message } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';

/** How a method asks at sign-in. */
export interface Question {
  readonly request: AuthRequest;
  readonly message: Message;
}

/** One kind of second factor. */
export interface FactorMethod {
  /** Its name on the wire (`newModule`, `allowedModules`): `totp`, `webauthn`, `recoverycodes`. */
  readonly module: string;
  /** Kind of its rows in the factor store. */
  readonly kind: string;
  /** What people call it. */
  readonly name: Message;
  /** Names of other methods whose codes its field takes too. */
  readonly alsoTakes: readonly string[];
  /** Whether having it protects an account; a spare way in does not. */
  readonly protects: boolean;
  /** Whether the site uses it. */
  available(services: Services): boolean;
  /** The form at sign-in. */
  ask(context: FlowContext, user: UserRecord): Question | Promise<Question>;
  /** Whether its form was sent. */
  isAnswered(filled: readonly FilledRequest[]): boolean;
  /** Checks what was sent, and uses it up when it is right. */
  check(context: FlowContext, user: UserRecord, filled: readonly FilledRequest[]): Promise<boolean>;
}
