import type { z } from 'zod';

/** One option: everything that is known about it, said once. */
export interface Option<S extends z.ZodType = z.ZodType> {
  readonly kind: 'option';
  /** What is allowed. Its `describe()` text, where it has one, is what error messages and the reference page say. */
  readonly schema: S;
  readonly default: z.output<S>;
  /** One sentence for the reference page. */
  readonly description: string;
  readonly unit?: string;
  /** A value for the reference page, as it stands in a JSON file. */
  readonly example?: z.input<S>;
  /** Never printed, logged or repeated in an error. */
  readonly sensitive?: boolean;
  /**
   * Makes names of files in the value independent of where it stood: relative ones begin in this folder, that of the
   * configuration file or else the working folder. What it gives must come back unchanged.
   */
  readonly locate?: (value: z.output<S>, folder: string) => z.output<S>;
  /** How a given value joins the default; without it the given value replaces the default. */
  readonly merge?: (fallback: z.output<S>, given: z.output<S>) => z.output<S>;
}

/** Options and groups of options by name. */
export interface OptionTree {
  readonly [name: string]: Option | OptionTree;
}

/** One section of the configuration: a name and its options; or a single option that has no section. */
export interface Section<N extends string = string, T extends OptionTree | Option = OptionTree | Option> {
  readonly name: N;
  readonly description: string;
  readonly options: T;
  /** What does not fit together although each option is right by itself: the option to look at, and why. */
  check?(values: ValuesOf<T>): readonly { readonly path: string; readonly text: string }[];
}

/** Immutable all the way down, as the program sees its configuration. */
export type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** The values of a tree of options. */
export type ValuesOf<T> =
  T extends Option<infer S> ? DeepReadonly<z.output<S>> : { readonly [K in keyof T]: ValuesOf<T[K]> };

/** What may be given for a tree of options: everything may be left out. */
export type InputOf<T> =
  T extends Option<infer S> ? DeepReadonly<z.input<S>> : { readonly [K in keyof T]?: InputOf<T[K]> };

/** Declares one option; the type of its value follows from the schema. */
export const option = <const S extends z.ZodType>(spec: Omit<Option<S>, 'kind'>): Option<S> => ({
  kind: 'option',
  ...spec,
});

/** Declares a section. Checking, environment names, the reference page and the type `Config` are computed from it. */
export const defineOptions = <const N extends string, const T extends OptionTree | Option>(
  section: Section<N, T>,
): Section<N, T> => section;

/** Tells an option from a group of options. */
export const isOption = (node: Option | OptionTree): node is Option => node.kind === 'option';
