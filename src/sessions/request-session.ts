import { sha256Hex } from '../base/digest.ts';
import { randomHex } from '../base/random.ts';
import type { BotPassword, UserRecord } from '../storage/ports/index.ts';
import { type CookieChanges, cookieChanges, putAccountCookies } from './cookie-changes.ts';
import type { Live } from './live-session.ts';
import type { SessionDependencies, SessionInput } from './session-dependencies.ts';
import { type IdKind, newSessionId } from './session-id.ts';
import type { cookieNames } from './session-settings.ts';
import type { StoredSession, sessionStore } from './session-store.ts';
import { isToken, makeToken, OPEN_TYPES, TOKEN_SUFFIX, tokenTime } from './tokens.ts';
import type { CookieChange, Session, SessionRecord, TokenType } from './types.ts';

/** What a request's session works with. */
export interface SessionParts {
  readonly deps: SessionDependencies;
  readonly names: ReturnType<typeof cookieNames>;
  readonly sessions: ReturnType<typeof sessionStore>;
  readonly input: SessionInput;
}

const DAY = 86_400;
/** Marks a session that knows login tokens, where its id does not say so by its kind. */
const KNOWS_LOGIN_TOKENS = 'login-token';

/** The session of one request; collects the cookies to send. See {@link Session}. */
export class RequestSession implements Session {
  readonly #parts: SessionParts;
  #live: Live | null;
  #visitorId: string | null = null;
  #knowsLoginTokens = false;
  /** The visitor's id was made in this request, and nothing hangs on it yet. */
  #isSpare = false;
  #isNew: boolean;
  readonly #cookies: CookieChanges;

  constructor(parts: SessionParts, live: Live | null) {
    this.#parts = parts;
    this.#cookies = cookieChanges(parts.input.cookies);
    this.#live = live;
    this.#isNew = live === null;
  }

  get kind(): Session['kind'] {
    return this.#live?.kind ?? (this.#visitorId === null ? 'none' : 'visitor');
  }
  get id(): string | null {
    return this.#live?.id ?? this.#visitorId;
  }
  get isNew(): boolean {
    return this.#isNew;
  }
  get user(): UserRecord | null {
    return this.#live?.user ?? null;
  }
  get record(): SessionRecord | null {
    return this.#live?.record ?? null;
  }
  get botPassword(): BotPassword | null {
    return this.#live?.botPassword ?? null;
  }
  get suggestedName(): string | null {
    return this.#parts.input.cookies.get(this.#parts.names.userName) ?? null;
  }
  get cookies(): readonly CookieChange[] {
    return this.#cookies.list;
  }

  /** Takes over a visitor's id that came with the request. */
  adoptVisitor(id: string, kind: 'v' | 'w'): void {
    this.#visitorId = id;
    this.#knowsLoginTokens = kind === 'v';
    this.#isNew = false;
  }

  /** Takes over a signed-in session that came with the request. */
  adoptAccount(found: Omit<Live, 'kind'>): void {
    this.#live = { kind: 'account', ...found };
    this.#isNew = false;
  }

  /** Signs in again by the long-lived cookie; all cookies are sent anew. */
  async restore(user: UserRecord, token: string, hash: string): Promise<void> {
    const { deps } = this.#parts;
    const now = deps.clock.now();
    const expiresAt = now + deps.settings.rememberDays * DAY * 1000;
    await deps.stores.rememberedLogins.used(user.id, hash, now, expiresAt);
    await this.#begin(user, { rememberedHash: hash, authenticatedAt: 0 });
    this.#accountCookies(user, deps.settings.rememberDays, token);
  }

  start(kind: 'v' | 'w' = 'w'): string {
    const id = this.id;
    if (id !== null) return id;
    const made = newSessionId(this.#secret, kind);
    this.#visitorId = made;
    this.#knowsLoginTokens = kind === 'v';
    this.#isSpare = true;
    this.#cookies.put({ name: this.#parts.names.session, value: made, maxAge: null });
    return made;
  }

  bind(): string {
    const id = this.start();
    this.#isSpare = false;
    return id;
  }

  token(type: TokenType): string {
    if (!this.#live && OPEN_TYPES.has(type)) return TOKEN_SUFFIX;
    if (type === 'login') this.#learnLoginTokens();
    return makeToken(this.#secret, this.bind(), type, this.#parts.deps.clock.now());
  }

  checkToken(type: TokenType, token: string): boolean {
    if (!this.#live && OPEN_TYPES.has(type)) return token === TOKEN_SUFFIX;
    const before = this.id;
    const good = before !== null && isToken(this.#parts.deps.secrets, before, type, token);
    if (good) return true;
    if (type === 'login') this.#learnLoginTokens();
    this.start();
    return false;
  }

  /** A new id says it by its kind; sessions that have one already need a note. */
  #learnLoginTokens(): void {
    if (this.#knowsLoginTokens) return;
    if (this.#isSpare) this.#visitorId = null;
    if (this.id === null) this.start('v');
    else void this.save(KNOWS_LOGIN_TOKENS, '1', this.#idleMs);
    this.#knowsLoginTokens = true;
  }

  tokenTime(token: string): number | null {
    return tokenTime(token);
  }

  async knowsLoginTokens(): Promise<boolean> {
    return this.#knowsLoginTokens || (await this.load(KNOWS_LOGIN_TOKENS)) !== null;
  }

  async signIn(user: UserRecord, options: { remember: boolean }): Promise<void> {
    const { deps, names, input } = this.#parts;
    const now = deps.clock.now();
    await this.#end();
    if (input.cookies.has(names.token) && this.#live?.record.rememberedHash) {
      await deps.stores.rememberedLogins.remove(this.#live.user.id, this.#live.record.rememberedHash);
    }
    const token = options.remember ? randomHex(16) : null;
    const rememberedHash = token === null ? null : sha256Hex(token);
    const days = token === null ? deps.settings.nameCookieDays : deps.settings.rememberDays;
    if (rememberedHash !== null) await this.#remember(user.id, rememberedHash);
    await this.#begin(user, { rememberedHash, authenticatedAt: now });
    this.#accountCookies(user, days, token);
  }

  async signInBot(user: UserRecord, botPassword: BotPassword): Promise<void> {
    const bot = { appId: botPassword.appId, token: botPassword.token };
    const { id, record } = await this.#store('b', user, { rememberedHash: null, authenticatedAt: this.#now, bot });
    this.#live = { kind: 'bot', id, record, user, botPassword };
    this.#cookies.put({ name: this.#parts.names.bot, value: id, maxAge: null });
  }

  async signOut(): Promise<void> {
    const live = this.#live;
    const { deps, names } = this.#parts;
    await this.#end();
    this.#live = null;
    this.#visitorId = null;
    if (live?.kind === 'bot') {
      this.dropCookie(names.bot);
      return;
    }
    if (live?.record.rememberedHash && deps.settings.endRememberedOnLogout) {
      await deps.stores.rememberedLogins.remove(live.user.id, live.record.rememberedHash);
    }
    this.dropSentCookies();
  }

  async reauthenticated(): Promise<void> {
    await this.#rewrite({ authenticatedAt: this.#now });
  }

  async renew(user: UserRecord): Promise<void> {
    const live = this.#live;
    if (!live) return;
    this.#live = { ...live, user };
    await this.#rewrite({ createdAt: Math.max(this.#now, user.sessionsValidFrom) });
    const hash = live.record.rememberedHash;
    if (hash === null) return;
    await this.#parts.deps.stores.rememberedLogins.remove(user.id, hash);
    await this.#remember(user.id, hash);
  }

  async load(name: string): Promise<string | null> {
    return this.id === null ? null : this.#parts.deps.volatile.get(this.#key(name));
  }
  save(name: string, value: string, ttlMs: number): Promise<void> {
    this.bind();
    return this.#parts.deps.volatile.set(this.#key(name), value, ttlMs);
  }
  async take(name: string): Promise<string | null> {
    return this.id === null ? null : this.#parts.deps.volatile.take(this.#key(name));
  }
  async forget(name: string): Promise<void> {
    if (this.id !== null) await this.#parts.deps.volatile.delete(this.#key(name));
  }

  deviceCookie(name: string): string | null {
    return this.#parts.input.cookies.get(this.#parts.deps.settings.cookiePrefix + name) ?? null;
  }
  keepOnDevice(name: string, value: string, maxAge: number, options?: Pick<CookieChange, 'httpOnly'>): void {
    this.#cookies.put({ ...options, name: this.#parts.deps.settings.cookiePrefix + name, value, maxAge });
  }
  dropFromDevice(name: string, options?: Pick<CookieChange, 'httpOnly'>): void {
    this.#cookies.drop(this.#parts.deps.settings.cookiePrefix + name, options);
  }

  /** Deletes a cookie, if the client sent it or was just given it. */
  dropCookie(name: string): void {
    this.#cookies.drop(name);
  }

  /** Deletes what the client sent of session, user and long-lived cookie; the name cookie stays as a suggestion. */
  dropSentCookies(): void {
    const { names } = this.#parts;
    for (const name of [names.session, names.userId, names.token]) this.dropCookie(name);
  }

  get #secret(): string {
    return this.#parts.deps.secrets[0] as string;
  }
  get #now(): number {
    return this.#parts.deps.clock.now();
  }
  get #idleMs(): number {
    return this.#parts.deps.settings.idleSeconds * 1000;
  }
  #key(name: string): string {
    return `flow:${this.id}:${name}`;
  }

  #remember(userId: number, hash: string): Promise<void> {
    const { stores, settings } = this.#parts.deps;
    const now = this.#now;
    const expiresAt = now + settings.rememberDays * DAY * 1000;
    return stores.rememberedLogins.add({ userId, hash, createdAt: now, lastUsedAt: now, expiresAt });
  }

  #accountCookies(user: UserRecord, days: number, token: string | null): void {
    putAccountCookies(this.#cookies, this.#parts.names, { id: this.id as string, user, maxAge: days * DAY, token });
  }

  async #begin(user: UserRecord, with_: { rememberedHash: string | null; authenticatedAt: number }): Promise<void> {
    const { id, record } = await this.#store('a', user, { ...with_, bot: null });
    this.#visitorId = null;
    this.#live = { kind: 'account', id, record, user, botPassword: null };
  }

  async #store(
    kind: IdKind,
    user: UserRecord,
    with_: Pick<SessionRecord, 'rememberedHash' | 'authenticatedAt' | 'bot'>,
  ): Promise<{ id: string; record: StoredSession }> {
    const { input, sessions } = this.#parts;
    const now = this.#now;
    const id = newSessionId(this.#secret, kind);
    const record: StoredSession = {
      userId: user.id,
      createdAt: Math.max(now, user.sessionsValidFrom),
      startedAt: now,
      seenAt: now,
      address: input.address,
      userAgent: input.userAgent.slice(0, 200),
      ...with_,
    };
    await sessions.put(id, record);
    return { id, record };
  }

  async #rewrite(change: Partial<StoredSession>): Promise<void> {
    const live = this.#live;
    if (!live) return;
    const record = { ...live.record, ...change };
    this.#live = { ...live, record };
    await this.#parts.sessions.put(live.id, record);
  }

  async #end(): Promise<void> {
    const id = this.id;
    if (id === null) return;
    const { deps, sessions } = this.#parts;
    if (this.#live) await sessions.remove(id);
    await deps.volatile.delete(this.#key('login'), this.#key('create'), this.#key('link'));
  }
}
