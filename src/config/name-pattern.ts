import { z } from 'zod';
import { text } from './schemas.ts';

/** A compiled entry of a list of user names. */
export interface NamePattern {
  readonly expression: RegExp;
  /** Text for the person who wanted the name; null = none given. */
  readonly reason: string | null;
}

const EXPRESSION = /^\/(.*)\/([a-z]*)$/s;

const toExpression = (source: string): RegExp => {
  const parts = EXPRESSION.exec(source);
  if (parts !== null) return new RegExp(parts[1] ?? '', parts[2]);
  const escaped = source.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'isu');
};

const isPattern = (source: string): boolean => {
  try {
    toExpression(source);
    // A stateful expression would answer differently at every second call.
    return !/[gy]/.test(EXPRESSION.exec(source)?.[2] ?? '');
  } catch {
    return false;
  }
};

const pattern = text
  .refine(isPattern)
  .describe('a name in which * stands for anything, or /a regular expression/ with flags i, s, u, v or m');

/** An entry of a list of names: a pattern, or a pattern with the reason that people see. */
export const namePattern = z.union([pattern, z.strictObject({ pattern, reason: text })]);

/**
 * Compiles an entry of `accounts.deniedNames` or `accounts.allowedNames`. Without slashes the whole name must match,
 * in any case, and `*` stands for any characters; `/…/flags` is a regular expression that may match anywhere.
 */
export const compileNamePattern = (entry: z.output<typeof namePattern>): NamePattern =>
  typeof entry === 'string'
    ? { expression: toExpression(entry), reason: null }
    : { expression: toExpression(entry.pattern), reason: entry.reason };
