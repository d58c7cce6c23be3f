import type { UserRecord } from '../storage/ports/index.ts';
import type { cookieNames } from './session-settings.ts';
import type { CookieChange } from './types.ts';

/** The cookies that an answer sends, in order. A later change of a cookie replaces an earlier one. */
export interface CookieChanges {
  put(change: CookieChange): void;
  /** Deletes a cookie, if the client sent it or was just given it. */
  drop(name: string, options?: Pick<CookieChange, 'httpOnly'>): void;
  readonly list: readonly CookieChange[];
}

/** Makes the list for a request that came with these cookies. */
export function cookieChanges(sent: ReadonlyMap<string, string>): CookieChanges {
  const changes = new Map<string, CookieChange>();
  const put = (change: CookieChange): void => {
    changes.delete(change.name);
    changes.set(change.name, change);
  };
  return {
    put,
    drop(name, options) {
      changes.delete(name);
      if (sent.has(name)) put({ ...options, name, value: null, maxAge: null });
    },
    get list() {
      return [...changes.values()];
    },
  };
}

/** The cookies of a signed-in session, in MediaWiki's order. `token` is that of "keep me signed in"; null drops it. */
export function putAccountCookies(
  changes: CookieChanges,
  names: ReturnType<typeof cookieNames>,
  { id, user, maxAge, token }: { id: string; user: UserRecord; maxAge: number; token: string | null },
): void {
  changes.put({ name: names.session, value: id, maxAge: null });
  changes.put({ name: names.userId, value: String(user.id), maxAge });
  changes.put({ name: names.userName, value: user.name, maxAge });
  if (token === null) changes.drop(names.token);
  else changes.put({ name: names.token, value: token, maxAge });
}
