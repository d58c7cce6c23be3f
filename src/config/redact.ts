import type { z } from 'zod';
import { isSecret } from './paths.ts';
import { shapeOf } from './schema-shape.ts';

/** What stands in place of a sensitive value. */
export const REDACTED = '[redacted]';

/** Takes the password out of an address such as `smtp://user:password@host`. */
export const redactUrl = (value: string): string =>
  value.replace(/^([a-z][a-z0-9+.-]*:\/\/[^:@/\s]*):[^@\s]*@/i, `$1:${REDACTED}@`);

/** A value of the schema without what is marked as sensitive in it. Null and undefined stay. */
export function redact(schema: z.ZodType, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const shape = shapeOf(schema);
  if (isSecret(schema) || isSecret(shape.schema)) return REDACTED;
  if (typeof value === 'string') return redactUrl(value);
  if (typeof value !== 'object') return value;
  if (shape.kind === 'union') {
    const choices = shape.choices ?? [];
    // What fits no choice may still hold a secret under a known name, so every choice has its say.
    return choices.reduce<unknown>((rest, choice) => redact(choice, rest), value);
  }
  if (Array.isArray(value))
    return shape.kind === 'list' && shape.item ? value.map((one) => redact(shape.item!, one)) : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const inside = shape.kind === 'record' ? shape.item : shape.members?.[key];
      return [key, inside === undefined ? one : redact(inside, one)];
    }),
  );
}
