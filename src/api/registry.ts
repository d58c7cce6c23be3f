import type { ModuleDefinition } from './define.ts';
import { block } from './modules/block.ts';
import { checktoken } from './modules/checktoken.ts';
import { help } from './modules/help.ts';
import { options } from './modules/options.ts';
import { paraminfo } from './modules/paraminfo.ts';
import { unblock } from './modules/unblock.ts';
import { userrights } from './modules/userrights.ts';
import { allmessages } from './query/allmessages.ts';
import { allusers } from './query/allusers.ts';
import { blocks } from './query/blocks.ts';
import { logevents } from './query/logevents.ts';
import { siteinfo } from './query/siteinfo.ts';
import { tokens } from './query/tokens.ts';
import { userinfo } from './query/userinfo.ts';
import { users } from './query/users.ts';
import { query } from './query.ts';

/** Entry modules: one line each, in the order in which they are listed. */
const actions: readonly ModuleDefinition[] = [query, help, paraminfo, checktoken, block, unblock, userrights, options];

/** Submodules of `query`: one line each. */
const queries: readonly ModuleDefinition[] = [
  tokens,
  userinfo,
  siteinfo,
  allmessages,
  users,
  allusers,
  blocks,
  logevents,
];

/** Every module of the Action API. The main module and the formats are added by `createApi`. */
export const modules: readonly ModuleDefinition[] = [...actions, ...queries];
