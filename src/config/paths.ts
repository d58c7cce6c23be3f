import type { z } from 'zod';
import { isOption, type Option, type OptionTree, type Section } from './define.ts';

/** One option with the names under which it can be given. */
export interface DeclaredOption {
  /** Names from the section down to the option. */
  readonly keys: readonly string[];
  /** The keys with dots, e.g. `passwords.argon2.memoryKiB`. */
  readonly path: string;
  /** Environment name, e.g. `LATCHKEY_PASSWORDS_ARGON2_MEMORY_KIB`. */
  readonly env: string;
  readonly option: Option;
}

/** `memoryKiB` → `MEMORY_KIB`. */
const screaming = (name: string): string => name.replace(/([a-z0-9])([A-Z][a-z])/g, '$1_$2').toUpperCase();

/** The environment name of an option path. */
export const envName = (keys: readonly string[]): string => ['LATCHKEY', ...keys.map(screaming)].join('_');

const walk = (keys: readonly string[], node: Option | OptionTree): DeclaredOption[] =>
  isOption(node)
    ? [{ keys, path: keys.join('.'), env: envName(keys), option: node }]
    : Object.entries(node).flatMap(([name, child]) => walk([...keys, name], child));

/** Every option of the sections, in order. */
export const declaredOptions = (sections: readonly Section[]): readonly DeclaredOption[] =>
  sections.flatMap((section) => walk([section.name], section.options as Option | OptionTree));

/** Whether a schema is marked as sensitive. */
export const isSecret = (schema: z.ZodType): boolean => schema.meta()?.writeOnly === true;

/** The value under a list of keys in a tree; undefined when there is none. */
export const valueAt = (tree: unknown, keys: readonly PropertyKey[]): unknown =>
  keys.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, key)
        ? (node as Record<PropertyKey, unknown>)[key]
        : undefined,
    tree,
  );

/** A tree in which each option's value stands under its keys. */
export const treeOf = (values: Iterable<readonly [readonly string[], unknown]>): Record<string, unknown> => {
  const root: Record<string, unknown> = {};
  for (const [keys, value] of values) {
    let node = root;
    for (const key of keys.slice(0, -1)) {
      node[key] ??= {};
      node = node[key] as Record<string, unknown>;
    }
    node[keys.at(-1) ?? ''] = value;
  }
  return root;
};
