import type { FlowContext } from '../../auth/provider.ts';
import type { AuthRequest, FilledRequest } from '../../auth/request.ts';
import type { Services } from '../../auth/services.ts';
import type { Message } from '../../base/message.ts';
import type { Factor, UserRecord } from '../../storage/ports/index.ts';
import type { Pending } from './pending.ts';

/** How a method asks at sign-in. */
export interface Question {
  readonly request: AuthRequest;
  readonly message: Message;
}

/** Stores a factor that was proved, and resolves when it is on disk. */
export type StoreFactor = () => Promise<void>;

/** How a method is set up. */
export interface SetUp {
  /** The form, or null when the account (with these factors) cannot set it up now. */
  form(
    context: FlowContext,
    user: UserRecord,
    factors: readonly Factor[],
    pending: Pending,
  ): AuthRequest | null | Promise<AuthRequest | null>;
  /** Whether its form was sent. */
  isAnswered(filled: readonly FilledRequest[]): boolean;
  /** Checks that the owner has what was set up; null when not. */
  prove(
    context: FlowContext,
    user: UserRecord,
    filled: readonly FilledRequest[],
    pending: Pending,
  ): Promise<StoreFactor | null>;
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
  /** Whether the configuration has it on; who has one that is off is not asked for it. */
  isOn(services: Services): boolean;
  /** Whether it can be asked for and set up here; an account whose only factor cannot be asked for cannot sign in. */
  works(services: Services): boolean;
  /** The form at sign-in. */
  ask(context: FlowContext, user: UserRecord): Question | Promise<Question>;
  /** Whether its form was sent. */
  isAnswered(filled: readonly FilledRequest[]): boolean;
  /** Checks what was sent, and uses it up when it is right. */
  check(context: FlowContext, user: UserRecord, filled: readonly FilledRequest[]): Promise<boolean>;
  readonly setUp: SetUp;
  /** Whether a new account is asked to set it up. */
  offeredAtCreation(services: Services): boolean;
  /** Forms by whose ids an account takes its factors of this kind off, each with the factor; without one: all. */
  removals(user: UserRecord, factors: readonly Factor[]): readonly Removal[];
}

/** What a form of a removal takes off. */
export interface Removal {
  readonly request: AuthRequest;
  readonly factorId?: number;
}
