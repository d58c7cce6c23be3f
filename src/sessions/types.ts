import type { BotPassword, UserRecord } from '../storage/ports/index.ts';

/** The token types of `meta=tokens`. */
export const TOKEN_TYPES = ['createaccount', 'csrf', 'login', 'patrol', 'rollback', 'userrights', 'watch'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** What is kept of a signed-in session. Times are milliseconds. */
export interface SessionRecord {
  readonly userId: number;
  readonly createdAt: number;
  /** When a password (or stronger) was last proved. */
  readonly authenticatedAt: number;
  /** Hash of the "keep me signed in" cookie that belongs to it, if any. */
  readonly rememberedHash: string | null;
  /** A bot-password session: its app id and the token that the bot password had then. */
  readonly bot: { readonly appId: string; readonly token: string } | null;
  readonly address: string;
  readonly userAgent: string;
}

/** A cookie to send. `value` null deletes it; `maxAge` in seconds, null = until the browser closes. */
export interface CookieChange {
  readonly name: string;
  readonly value: string | null;
  readonly maxAge: number | null;
  /** Whether scripts of a page must not see it. Default true. */
  readonly httpOnly?: boolean;
}

/**
 * The caller's session during one request.
 *
 * - `none`: no session cookie, or none that we gave out. - `visitor`: a signed id without state.
 * - `account`: signed in. - `bot`: signed in with a bot password.
 */
export interface Session {
  readonly kind: 'none' | 'visitor' | 'account' | 'bot';
  /** The id in the cookie; null when there is none yet. */
  readonly id: string | null;
  /** Whether this request brought no usable session of its own (the id, if any, was made during it). */
  readonly isNew: boolean;
  readonly user: UserRecord | null;
  readonly record: SessionRecord | null;
  readonly botPassword: BotPassword | null;
  /** The name that the browser kept from the last sign-in: a suggestion, anybody can send one. */
  readonly suggestedName: string | null;

  /** Makes sure that there is a session id, giving out the cookie when it is new. No write. */
  start(): string;
  /** The same, for something that hangs on this id without being stored: the id stays for the rest of the request. */
  bind(): string;
  /** A token; starts a session for types that need one. Visitors get `+\` for csrf, watch, patrol, rollback, userrights. */
  token(type: TokenType): string;
  /**
   * Whether `token` is one of this session. Constant time. A session that has no id yet is started by a check of a type
   * that needs one, as MediaWiki does.
   */
  checkToken(type: TokenType, token: string): boolean;
  /** Milliseconds when a token of ours says that it was made, or null for other strings (also of other sessions). */
  tokenTime(token: string): number | null;

  /**
   * Whether a login token was given out or checked in this session: MediaWiki tells others that their session was lost
   * instead of that the token is wrong.
   */
  knowsLoginTokens(): Promise<boolean>;

  /** Signs a user in: new id, cookies, old id dead. `remember` also sets the long-lived Token cookie. */
  signIn(user: UserRecord, options: { remember: boolean }): Promise<void>;
  /** Signs in with a bot password: only the bot cookie; the session beside it stays as it was. */
  signInBot(user: UserRecord, botPassword: BotPassword): Promise<void>;
  /** Ends this session for every holder of the id and deletes its cookies. */
  signOut(): Promise<void>;
  /** Notes that the user has just proved who they are. */
  reauthenticated(): Promise<void>;
  /** Keeps this session alive when all sessions of the user were ended a moment ago (after an own password change). */
  renew(user: UserRecord): Promise<void>;

  /** Text kept for this session id under `name` (a pending flow); null when absent or expired. */
  load(name: string): Promise<string | null>;
  save(name: string, value: string, ttlMs: number): Promise<void>;
  /** Reads and removes in one step: one caller gets it. */
  take(name: string): Promise<string | null>;
  forget(name: string): Promise<void>;

  /** What is kept on the device in a cookie of its own (`name` after the prefix); null when it was not sent. */
  deviceCookie(name: string): string | null;
  /** Keeps a text on the device, beyond the session and its end. */
  keepOnDevice(name: string, value: string, maxAgeSeconds: number, options?: Pick<CookieChange, 'httpOnly'>): void;
  /** Takes it back, if the client sent it. */
  dropFromDevice(name: string, options?: Pick<CookieChange, 'httpOnly'>): void;

  /** The cookies to send with the answer, in order. */
  readonly cookies: readonly CookieChange[];
}
