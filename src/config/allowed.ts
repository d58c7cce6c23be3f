import type { z } from 'zod';
import { schemasInside, shapeOf } from './schema-shape.ts';

const orList = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;

const numberText = (schema: z.ZodNumber): string => {
  const kind = schema.isInt ? 'a whole number' : 'a number';
  const min = schema.minValue;
  const max = schema.maxValue;
  const hasMin = min !== null && min > Number.MIN_SAFE_INTEGER;
  const hasMax = max !== null && max < Number.MAX_SAFE_INTEGER;
  if (hasMin && hasMax) return `${kind} from ${min} to ${max}`;
  if (hasMin) return `${kind}, ${min} or more`;
  return hasMax ? `${kind}, ${max} or less` : kind;
};

/** What a schema allows, in words: the text after "allowed:" in an error and in the reference page. */
export function allowedText(schema: z.ZodType): string {
  const outer = schema.description;
  const shape = shapeOf(schema);
  const own = outer ?? shape.schema.description ?? innerText(shape.schema);
  return shape.nullable ? `${own}, or null` : own;
}

function innerText(schema: z.ZodType): string {
  const shape = shapeOf(schema);
  switch (shape.kind) {
    case 'string':
      return ((shape.schema as z.ZodString).minLength ?? 0) > 0 ? 'a text that is not empty' : 'a text';
    case 'number':
      return numberText(shape.schema as z.ZodNumber);
    case 'boolean':
      return 'true or false';
    case 'enum':
    case 'literal':
      return orList((shape.values ?? []).map((value) => JSON.stringify(value)));
    case 'list':
      return `a list; each: ${allowedText(shape.item as z.ZodType)}`;
    case 'record':
      return `names, each with ${allowedText(shape.item as z.ZodType)}`;
    case 'object':
      return `an object with ${Object.keys(shape.members ?? {}).join(', ')}`;
    case 'union':
      return orList([...new Set((shape.choices ?? []).map(allowedText))]);
    default:
      return 'a value';
  }
}

/** What is allowed under some keys inside a value of this schema. */
export function allowedInside(schema: z.ZodType, keys: readonly PropertyKey[]): string {
  let schemas: readonly z.ZodType[] = [schema];
  for (const key of keys) schemas = schemas.flatMap((one) => schemasInside(one, key));
  return orList([...new Set(schemas.map(allowedText))]);
}
