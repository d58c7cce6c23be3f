import { z } from 'zod';

/** The parts of a zod schema that this folder looks at, without its wrappers. */
export interface SchemaShape {
  readonly kind:
    | 'string'
    | 'number'
    | 'boolean'
    | 'enum'
    | 'literal'
    | 'list'
    | 'object'
    | 'record'
    | 'union'
    | 'other';
  readonly nullable: boolean;
  readonly schema: z.ZodType;
  readonly item?: z.ZodType;
  readonly members?: Readonly<Record<string, z.ZodType>>;
  readonly choices?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
}

/** Looks through `nullable`, `optional`, `default` and `transform` to what a value may be. */
export function shapeOf(schema: z.ZodType, nullable = false): SchemaShape {
  const base = { nullable, schema };
  if (schema instanceof z.ZodNullable) return shapeOf(schema.unwrap() as z.ZodType, true);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return shapeOf(schema.unwrap() as z.ZodType, nullable);
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in as z.ZodType, nullable);
  if (schema instanceof z.ZodString) return { ...base, kind: 'string' };
  if (schema instanceof z.ZodNumber) return { ...base, kind: 'number' };
  if (schema instanceof z.ZodBoolean) return { ...base, kind: 'boolean' };
  if (schema instanceof z.ZodEnum) return { ...base, kind: 'enum', values: schema.options };
  if (schema instanceof z.ZodLiteral) return { ...base, kind: 'literal', values: [...schema.values] };
  if (schema instanceof z.ZodArray) return { ...base, kind: 'list', item: schema.element as z.ZodType };
  if (schema instanceof z.ZodObject)
    return { ...base, kind: 'object', members: schema.shape as Record<string, z.ZodType> };
  if (schema instanceof z.ZodRecord) return { ...base, kind: 'record', item: schema.valueType as z.ZodType };
  if (schema instanceof z.ZodUnion) return { ...base, kind: 'union', choices: schema.options as z.ZodType[] };
  return { ...base, kind: 'other' };
}

/** The schemas that may apply to the value under a key inside a value of this schema. */
export function schemasInside(schema: z.ZodType, key: PropertyKey): readonly z.ZodType[] {
  const shape = shapeOf(schema);
  if (shape.kind === 'list' || shape.kind === 'record') return shape.item === undefined ? [] : [shape.item];
  if (shape.kind === 'object') {
    const member = shape.members?.[String(key)];
    return member === undefined ? [] : [member];
  }
  return (shape.choices ?? []).flatMap((choice) => schemasInside(choice, key));
}
