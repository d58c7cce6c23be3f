import type { InputOf, ValuesOf } from './define.ts';
import type { sections } from './registry.ts';

type Declared = (typeof sections)[number];

/** The checked configuration: every option has a value. Computed from the declarations. */
export type Config = { readonly [S in Declared as S['name']]: ValuesOf<S['options']> };

/** What a configuration file may hold: everything may be left out. */
export type ConfigInput = { readonly [S in Declared as S['name']]?: InputOf<S['options']> };
