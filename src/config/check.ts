import type { z } from 'zod';
import { allowedInside, allowedText } from './allowed.ts';
import type { ConfigProblem } from './config-error.ts';
import { nearest } from './nearest.ts';
import { type DeclaredOption, isSecret, valueAt } from './paths.ts';
import { redactUrl } from './redact.ts';
import { schemasInside, shapeOf } from './schema-shape.ts';

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

/** An issue of a union says little; the issues of the one choice that has the right shape say more. */
const unfold = (
  issue: z.core.$ZodIssue,
  path: readonly PropertyKey[],
): { issue: z.core.$ZodIssue; path: PropertyKey[] }[] => {
  const here = [...path, ...issue.path];
  if (issue.code === 'invalid_union') {
    const fitting = issue.errors.find((issues) =>
      issues.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
    );
    if (fitting !== undefined) return fitting.flatMap((one) => unfold(one, here));
  }
  return [{ issue, path: here }];
};

const pathText = (start: string, keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((path, key) => (typeof key === 'number' ? `${path}[${key}]` : `${path}.${String(key)}`), start);

const hint = (given: string, known: readonly string[]): string => {
  const near = nearest(given, known);
  return near === null ? '' : ` Did you mean "${near}"?`;
};

/** Whether something in a value of the schema is sensitive. */
const holdsSecret = (schema: z.ZodType): boolean => {
  const shape = shapeOf(schema);
  if (isSecret(schema) || isSecret(shape.schema)) return true;
  const inside = [...(shape.item ? [shape.item] : []), ...(shape.choices ?? []), ...Object.values(shape.members ?? {})];
  return inside.some(holdsSecret);
};

/** Whether what stands under the keys is, holds, or is part of something sensitive. */
const isHidden = (schema: z.ZodType, keys: readonly PropertyKey[]): boolean => {
  let schemas: readonly z.ZodType[] = [schema];
  for (const key of keys) {
    if (schemas.some((one) => isSecret(one) || isSecret(shapeOf(one).schema))) return true;
    schemas = schemas.flatMap((one) => schemasInside(one, key));
  }
  return schemas.some(holdsSecret);
};

/** A problem with an option that does not exist. */
export const unknownProblem = (path: string, source: string, known: readonly string[]): ConfigProblem => {
  const name = path.split('.').at(-1) ?? path;
  return { path, source, text: `${path} (${source}): there is no such option.${hint(name, known)}` };
};

/** Checks the value of one option: its checked form, or what is wrong with it. */
export function checkOption(
  declared: DeclaredOption,
  value: unknown,
  source: string,
): { readonly value: unknown } | { readonly problems: readonly ConfigProblem[] } {
  const { option, path } = declared;
  const result = option.schema.safeParse(value);
  if (result.success) return { value: result.data };
  const problems = result.error.issues
    .flatMap((issue) => unfold(issue, []))
    .flatMap(({ issue, path: keys }): ConfigProblem[] => {
      if (issue.code === 'unrecognized_keys') {
        const inside = keys.reduce<readonly z.ZodType[]>(
          (all, key) => all.flatMap((one) => schemasInside(one, key)),
          [option.schema],
        );
        const known = inside.flatMap((one) => memberNames(one));
        return issue.keys.map((key) => {
          const full = pathText(path, [...keys, key]);
          return {
            path: full,
            source,
            text: `${full} (${source}): there is no such option.${hint(key, known)} Allowed: ${known.join(', ')}.`,
          };
        });
      }
      const full = pathText(path, keys);
      const given = valueAt(value, keys);
      const hidden = option.sensitive === true || isHidden(option.schema, keys);
      const allowed = keys.length === 0 ? allowedText(option.schema) : allowedInside(option.schema, keys);
      const what =
        given === undefined
          ? 'nothing was given'
          : hidden
            ? 'what was given cannot be used'
            : `given: ${shown(typeof given === 'string' ? redactUrl(given) : given)}`;
      return [
        {
          path: full,
          source,
          text: `${full} (${source}): ${what}; allowed: ${allowed || allowedText(option.schema)}.`,
        },
      ];
    });
  return { problems: problems.filter((one, i) => problems.findIndex((other) => other.text === one.text) === i) };
}

const memberNames = (schema: z.ZodType): string[] => {
  const shape = shapeOf(schema);
  return shape.kind === 'union' ? (shape.choices ?? []).flatMap(memberNames) : Object.keys(shape.members ?? {});
};
