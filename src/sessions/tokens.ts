import { createHmac } from 'node:crypto';
import { equalConstantTime } from '../base/digest.ts';
import type { TokenType } from './types.ts';

/** What every token ends in: shows clients that break it (old proxies took the backslash away). */
export const TOKEN_SUFFIX = '+\\';

/** Types that a visitor gets as the bare suffix: nothing that they protect can be done to a visitor. */
export const OPEN_TYPES: ReadonlySet<TokenType> = new Set(['csrf', 'watch', 'patrol', 'rollback', 'userrights']);

const sign = (secret: string, sessionId: string, type: TokenType, hexTime: string): string =>
  createHmac('sha256', secret).update(`token:${sessionId}:${type}:${hexTime}`).digest('hex').slice(0, 32);

/**
 * A token of 42 characters: 32 hex of an HMAC over session, type and time, 8 hex of Unix time, the suffix
 * (MediaWiki's shape). Nothing is stored: the token dies with the session id.
 */
export function makeToken(secret: string, sessionId: string, type: TokenType, now: number): string {
  const hexTime = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  return sign(secret, sessionId, type, hexTime) + hexTime + TOKEN_SUFFIX;
}

/** Whether this exact string is a token of the session. Constant time. */
export function isToken(secrets: readonly string[], sessionId: string, type: TokenType, token: string): boolean {
  if (token.length !== 42 || !token.endsWith(TOKEN_SUFFIX)) return false;
  const hexTime = token.slice(32, 40);
  let good = false;
  for (const secret of secrets) {
    if (equalConstantTime(sign(secret, sessionId, type, hexTime), token.slice(0, 32))) good = true;
  }
  return good;
}

/** Milliseconds when a string of a token's shape says that it was made; null for other strings. */
export function tokenTime(token: string): number | null {
  const hex = /^[0-9a-f]{32}([0-9a-f]+)\+\\$/.exec(token)?.[1];
  return hex === undefined ? null : Number.parseInt(hex, 16) * 1000;
}
