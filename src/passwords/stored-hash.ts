import type { StoredHash } from './formats/format.ts';
import type { CostLimits } from './formats/limits.ts';
import { passwordFormats } from './formats/registry.ts';

/** Why no password can match what is stored. */
export interface Unusable {
  readonly code: 'no-password' | 'unknown-format' | 'malformed' | 'too-costly';
  /** In words, for the operator; holds no part of the hash. */
  readonly reason: string;
}

/** A stored hash that passwords can be tried against. */
export interface Readable {
  readonly format: string;
  readonly hash: StoredHash;
}

/** Longest text that is looked at. MediaWiki stores at most 255 bytes. */
const MAX_STORED_LENGTH = 1024;

const unusable = (code: Unusable['code'], reason: string): Unusable => ({ code, reason });

/**
 * Understands a stored hash, without computing anything. Never throws.
 *
 * A bare md5 (32 lower-case hex digits, from before formats had names) is salted with the id of the account, so it
 * is readable only when `userId` is given.
 */
export function readStored(stored: string | null, limits: CostLimits, userId?: number): Readable | Unusable {
  if (stored === null || stored === '') return unusable('no-password', 'no password is set');
  if (stored.length > MAX_STORED_LENGTH) return unusable('malformed', 'the stored hash is too long');
  const text = userId !== undefined && /^[0-9a-f]{32}$/.test(stored) ? `:B:${userId}:${stored}` : stored;
  const [, name, body = ''] = /^:([^:]*):(.*)$/s.exec(text) ?? [];
  const format = name === undefined ? undefined : passwordFormats.get(name);
  if (format === undefined) return unusable('unknown-format', 'the stored hash has no known format');
  const hash = format.read(body);
  if (hash === null) return unusable('malformed', `the stored hash is not in the form of format ${format.name}`);
  const excess = hash.excess(limits);
  return excess === null ? { format: format.name, hash } : unusable('too-costly', excess);
}
