import type { ModuleDefinition } from './define.ts';
import { checktoken } from './modules/checktoken.ts';
import { help } from './modules/help.ts';
import { paraminfo } from './modules/paraminfo.ts';
import { tokens } from './query/tokens.ts';
import { query } from './query.ts';

/** Entry modules: one line each, in the order in which they are listed. */
const actions: readonly ModuleDefinition[] = [query, help, paraminfo, checktoken];

/** Submodules of `query`: one line each. */
const queries: readonly ModuleDefinition[] = [tokens];

/** Every module of the Action API. The main module and the formats are added by `createApi`. */
export const modules: readonly ModuleDefinition[] = [...actions, ...queries];
