import type { CookieJar } from './cookie-jar.ts';
import type { RequestPromise } from './request-promise.ts';

/** Tokens asked for, by type. */
export type TokenGroup = Map<string, RequestPromise<string>>;

const shared = new Map<string, TokenGroup>();
const ofJars = new WeakMap<CookieJar, Map<string, TokenGroup>>();

/**
 * The tokens of one session at one address: all clients of a page share them, since they share its session, and so do
 * those with the same cookie jar.
 */
export function tokenGroup(url: string, jar: CookieJar | null): TokenGroup {
  const groups = jar === null ? shared : (ofJars.get(jar) ?? new Map<string, TokenGroup>());
  if (jar !== null) ofJars.set(jar, groups);
  const group = groups.get(url) ?? new Map<string, RequestPromise<string>>();
  groups.set(url, group);
  return group;
}

/** Names that `action=tokens` had for what is one token today. */
const OLD_NAMES: ReadonlySet<string> = new Set([
  'edit',
  'delete',
  'protect',
  'move',
  'block',
  'unblock',
  'email',
  'import',
  'options',
]);

/** The type of token that a name means. */
export const tokenType = (name: string): string => (OLD_NAMES.has(name) ? 'csrf' : name);
