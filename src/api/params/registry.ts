import type { ParamSpec } from '../define.ts';
import { boolean } from './boolean.ts';
import { enumeration, namespace, submodule } from './enumeration.ts';
import { expiry } from './expiry.ts';
import { integer, limit } from './integer.ts';
import { tags } from './tags.ts';
import { text } from './text.ts';
import { timestamp } from './timestamp.ts';
import { title } from './title.ts';
import type { CompiledParam, ParamType } from './type.ts';
import { upload } from './upload.ts';
import { user } from './user.ts';

/** Every type that a declaration can use. */
export const paramTypes: Readonly<Record<ParamSpec['type'], ParamType>> = {
  string: text,
  text,
  password: text,
  raw: text,
  boolean,
  integer,
  limit,
  enum: enumeration,
  submodule,
  user,
  timestamp,
  expiry,
  namespace,
  title,
  tags,
  upload,
};

/** Computes once what the reading of a parameter needs. */
export function compileParam(
  name: string,
  prefix: string,
  spec: ParamSpec,
  submodules: (group: string) => readonly string[],
): CompiledParam {
  const type = paramTypes[spec.type];
  const values = type.values?.(spec, submodules) ?? null;
  const all = spec.all ?? (spec.type === 'namespace' && spec.multi === true);
  const [low, high] = spec.multiLimits ?? [50, 500];
  return {
    name,
    wire: prefix + name,
    spec,
    type,
    values,
    allowed: values === null ? null : new Set(values),
    deprecatedValues: spec.deprecatedValues?.length ? new Set(spec.deprecatedValues) : null,
    limits: spec.multi ? [low, Math.max(low, high)] : null,
    all: all === false ? null : all === true ? '*' : all,
  };
}
