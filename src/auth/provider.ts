import type { CodedMessage } from '../errors/coded-message.ts';
import type { LogActor, NewUser, UserRecord } from '../storage/ports/index.ts';
import type { Actor } from './actor.ts';
import type { Outcome, PreservedPrimary } from './outcome.ts';
import type { AuthRequest, FilledRequest } from './request.ts';
import type { Services } from './services.ts';

/** What forms can be asked for (`amirequestsfor`). */
export const AUTH_ACTIONS = [
  'login',
  'login-continue',
  'create',
  'create-continue',
  'link',
  'link-continue',
  'change',
  'remove',
  'unlink',
] as const;
export type AuthAction = (typeof AUTH_ACTIONS)[number];
/** Actions that providers have forms for; the `-continue` forms belong to the step in progress. */
export type FormAction = Exclude<AuthAction, `${string}-continue`>;

/** The flows of the manager. */
export type FlowName = 'login' | 'create' | 'link';

/** What a provider sees of the request and the flow in progress. */
export interface FlowContext {
  readonly services: Services;
  readonly actor: Actor;
  readonly flow: FlowName;
  /** Milliseconds, one time for the whole request. */
  readonly now: number;
  /** Where the person comes back to from another site. */
  readonly returnUrl: string;
  /** Language of mails and pages. */
  readonly language: string;
  /**
   * A foreign identity that an earlier sign-in proved and that this flow goes on with: its provider passes `create`
   * without asking again, and links it when the flow has ended with PASS.
   */
  readonly preserved: PreservedPrimary | null;
  /** What a provider wrote down for later steps of this flow, by its own key. JSON values. */
  readonly notes: Record<string, unknown>;
}

/** An account about to be made. Providers of the primary step fill in the credentials. */
export interface AccountDraft {
  readonly name: string;
  email: string;
  realName: string;
  /** Credentials and preferences from the primary provider. */
  credentials: Pick<
    NewUser,
    | 'passwordHash'
    | 'passwordExpiresAt'
    | 'temporaryPasswordHash'
    | 'temporaryPasswordAt'
    | 'links'
    | 'emailConfirmedAt'
  >;
  options: Record<string, string>;
  /** `create`, `create2`, `byemail` or `autocreate`. */
  logAction: string;
  reason: string;
}

/** The person on whose behalf an account is made; null for oneself. */
export type Creator = LogActor | null;

/** How forms are asked for. */
export interface FormOptions {
  /** The signed-in account, or null. */
  readonly username: string | null;
}

/** A figure that a provider shows to the operator. */
export interface Figure {
  /** Prometheus name without the prefix `latchkey_`; a counter's ends in `_total`. */
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/**
 * One way to sign in, to check a sign-in, or to do something around it. MediaWiki's AuthenticationProvider.
 *
 * - `pre`: may refuse before anything else (throttle, CAPTCHA).
 * - `primary`: says who somebody is; the first that does not abstain decides.
 * - `secondary`: runs for everybody whom a primary provider passed (second factor, forced password change).
 *
 * All abilities are optional. Nothing here may leave a request half done: throw only for faults of the server.
 */
export interface Provider {
  /** Unique name, kept in pending flows. */
  readonly id: string;
  readonly kind: 'pre' | 'primary' | 'secondary';

  /** Forms for an action. Primary providers' `required` ones become `primary-required`. */
  forms?(action: FormAction, context: FlowContext, options: FormOptions): AuthRequest[] | Promise<AuthRequest[]>;

  /** Figures for `/metrics`. */
  readonly figures?: readonly Figure[];

  /** pre: refuses a sign-in. */
  checkSignIn?(context: FlowContext, filled: readonly FilledRequest[]): Promise<CodedMessage | null>;
  /**
   * Refuses to let this caller make accounts, whatever was sent: asked together with the permission, before the name is
   * looked at.
   */
  checkCaller?(context: FlowContext, creator: Creator): Promise<CodedMessage | null>;
  /** Refuses an account before it is made. Runs for all kinds, in order. */
  checkCreation?(
    context: FlowContext,
    draft: AccountDraft,
    creator: Creator,
    filled: readonly FilledRequest[],
  ): Promise<CodedMessage | null>;
  /** Takes over and checks what was said of the account (address, real name, reason); before the checks that count. */
  checkData?(
    context: FlowContext,
    draft: AccountDraft,
    creator: Creator,
    filled: readonly FilledRequest[],
  ): Promise<CodedMessage | null>;
  /** Refuses a name before everything else of a creation; also asked by `list=users` (`cancreate`). */
  checkName?(context: FlowContext, name: string): Promise<CodedMessage | null>;

  /** primary: PASS with a name, FAIL, UI, REDIRECT, RESTART or ABSTAIN. */
  signIn?(context: FlowContext, filled: readonly FilledRequest[]): Promise<Outcome>;
  /** primary, secondary: the answer to its UI or REDIRECT. */
  continueSignIn?(context: FlowContext, filled: readonly FilledRequest[], user: UserRecord | null): Promise<Outcome>;
  /** secondary: PASS, FAIL, UI, REDIRECT or ABSTAIN for a user whom a primary provider passed. */
  afterSignIn?(context: FlowContext, filled: readonly FilledRequest[], user: UserRecord): Promise<Outcome>;
  /** primary: the account of a name that only it knows, made at first sign-in. */
  autoCreate?(context: FlowContext, name: string): Promise<AccountDraft | null>;

  /** primary: PASS (credentials are in the draft), FAIL, UI, REDIRECT or ABSTAIN. */
  create?(
    context: FlowContext,
    draft: AccountDraft,
    creator: Creator,
    filled: readonly FilledRequest[],
  ): Promise<Outcome>;
  continueCreate?(
    context: FlowContext,
    draft: AccountDraft,
    creator: Creator,
    filled: readonly FilledRequest[],
  ): Promise<Outcome>;
  /** After the account is on disk: the primary that passed, then every other provider. Must not fail the creation. */
  created?(context: FlowContext, user: UserRecord, creator: Creator, filled: readonly FilledRequest[]): Promise<void>;
  /** secondary: a step after the account was made (set-up of a second factor). */
  afterCreate?(context: FlowContext, filled: readonly FilledRequest[], user: UserRecord): Promise<Outcome>;
  continueAfterCreate?(context: FlowContext, filled: readonly FilledRequest[], user: UserRecord): Promise<Outcome>;

  /** primary: links a foreign identity to the signed-in account. */
  link?(context: FlowContext, filled: readonly FilledRequest[], user: UserRecord): Promise<Outcome>;
  continueLink?(context: FlowContext, filled: readonly FilledRequest[], user: UserRecord): Promise<Outcome>;

  /**
   * Whether it would take this change of credentials: null = not its business, an empty list = yes, else why not.
   * `remove` asks about removal.
   */
  allowsChange?(
    context: FlowContext,
    user: UserRecord,
    filled: FilledRequest,
    remove: boolean,
  ): Promise<readonly CodedMessage[] | null>;
  /** Carries a change or removal out. */
  change?(context: FlowContext, user: UserRecord, filled: FilledRequest, remove: boolean): Promise<void>;

  /** After a sign-in or creation ended with PASS or FAIL. */
  ended?(context: FlowContext, outcome: Outcome, user: UserRecord | null): Promise<void>;
}
