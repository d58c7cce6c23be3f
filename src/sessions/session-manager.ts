import { sha256Hex } from '../base/digest.ts';
import { inRange } from '../base/ip.ts';
import type { BotPassword, UserRecord } from '../storage/ports/index.ts';
import { RequestSession, type SessionParts } from './request-session.ts';
import type { SessionDependencies, SessionInput } from './session-dependencies.ts';
import { type IdKind, isWellFormedId, sessionIdKind } from './session-id.ts';
import { cookieNames } from './session-settings.ts';
import { type StoredSession, sessionStore, TOUCH_MS } from './session-store.ts';
import type { Session } from './types.ts';

/** Opens the session of each request. */
export interface SessionManager {
  /** At most one look-up in the volatile store; none for a visitor. */
  open(input: SessionInput): Promise<Session>;
}

interface Found {
  readonly id: string;
  readonly record: StoredSession;
  readonly user: UserRecord;
  readonly botPassword: BotPassword | null;
}

/** Ids whose signature is remembered; beyond that many, all are forgotten. */
const KNOWN_IDS = 5000;

/** Makes the session manager. The cookie rules are those of MediaWiki 1.39. */
export function createSessionManager(deps: SessionDependencies): SessionManager {
  const { settings, secrets, clock, volatile, stores, userById } = deps;
  const names = cookieNames(settings.cookiePrefix);
  const idleMs = settings.idleSeconds * 1000;
  const sessions = sessionStore(volatile, idleMs);
  const known = new Map<string, IdKind>();

  /** The kind of an id of ours. Those with state come again with each request: their signature is checked once. */
  function kindOf(id: string): IdKind | null {
    const before = known.get(id);
    if (before !== undefined) return before;
    const kind = sessionIdKind(secrets, id, ['a', 'v', 'w', 'b']);
    if (kind === 'a' || kind === 'b') {
      if (known.size >= KNOWN_IDS) known.clear();
      known.set(id, kind);
    }
    return kind;
  }

  /** The live session of an id, with its user; null when it is over for any reason. */
  async function find(id: string): Promise<Found | null> {
    const record = await sessions.get(id);
    if (!record) return null;
    const now = clock.now();
    if (now - record.startedAt > settings.absoluteSeconds * 1000) return null;
    const user = await userById(record.userId);
    if (!user || record.createdAt < user.sessionsValidFrom) return null;
    if (now - record.seenAt > TOUCH_MS) await sessions.put(id, { ...record, seenAt: now });
    return { id, record, user, botPassword: null };
  }

  async function findBot(id: string, address: string): Promise<Found | null> {
    if (kindOf(id) !== 'b') return null;
    const found = await find(id);
    const bot = found?.record.bot;
    if (!found || !bot) return null;
    const botPassword = await stores.botPasswords.get(found.user.id, bot.appId);
    if (!botPassword || botPassword.token !== bot.token) return null;
    if (!botPassword.ipRanges.some((range) => inRange(address, range))) return null;
    return { ...found, botPassword };
  }

  async function fromToken(user: UserRecord, token: string): Promise<string | null> {
    const hash = sha256Hex(token);
    return (await stores.rememberedLogins.find(user.id, hash, clock.now())) ? hash : null;
  }

  return {
    async open(input) {
      const { cookies } = input;
      const parts: SessionParts = { deps, names, sessions, input };
      const botCookie = cookies.get(names.bot);
      if (botCookie !== undefined) {
        const bot = await findBot(botCookie, input.address);
        if (bot) return new RequestSession(parts, { kind: 'bot', ...bot });
      }
      const session = new RequestSession(parts, null);
      if (botCookie !== undefined && isWellFormedId(botCookie)) session.dropCookie(names.bot);

      const id = cookies.get(names.session);
      const userIdText = cookies.get(names.userId);
      const token = cookies.get(names.token);
      const reject = (): Session => {
        session.dropSentCookies();
        return session;
      };
      const idKind = id === undefined || !isWellFormedId(id) ? null : kindOf(id);

      if (userIdText === undefined) {
        if (token !== undefined) session.dropCookie(names.token);
        if (id === undefined) return session;
        if (idKind === 'v' || idKind === 'w') session.adoptVisitor(id, idKind);
        else if (!isWellFormedId(id)) session.dropCookie(names.session);
        else if (idKind === 'a' && (await sessions.get(id))) session.dropCookie(names.session);
        else session.start();
        return session;
      }

      const user = /^[1-9]\d{0,15}$/.test(userIdText) ? await userById(Number(userIdText)) : null;
      const nameCookie = cookies.get(names.userName);
      if (!user || (nameCookie !== undefined && nameCookie !== user.name)) return reject();
      const found = idKind === 'a' && id !== undefined ? await find(id) : null;
      if (found && found.user.id === user.id) {
        if (token === undefined || sha256Hex(token) === found.record.rememberedHash) {
          session.adoptAccount(found);
          return session;
        }
      }
      if (token === undefined) return reject();
      const hash = await fromToken(user, token);
      if (hash === null) return reject();
      await session.restore(user, token, hash);
      return session;
    },
  };
}
