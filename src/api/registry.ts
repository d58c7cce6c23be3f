import type { ModuleDefinition } from './define.ts';
import { block } from './modules/block.ts';
import { changeauthenticationdata } from './modules/changeauthenticationdata.ts';
import { checktoken } from './modules/checktoken.ts';
import { clientlogin } from './modules/clientlogin.ts';
import { createaccount } from './modules/createaccount.ts';
import { fancycaptchareload } from './modules/fancycaptchareload.ts';
import { help } from './modules/help.ts';
import { linkaccount } from './modules/linkaccount.ts';
import { login } from './modules/login.ts';
import { logout } from './modules/logout.ts';
import { options } from './modules/options.ts';
import { paraminfo } from './modules/paraminfo.ts';
import { removeauthenticationdata } from './modules/removeauthenticationdata.ts';
import { resetpassword } from './modules/resetpassword.ts';
import { signup } from './modules/signup.ts';
import { unblock } from './modules/unblock.ts';
import { unlinkaccount } from './modules/unlinkaccount.ts';
import { userrights } from './modules/userrights.ts';
import { validatepassword } from './modules/validatepassword.ts';
import { validatesignup } from './modules/validatesignup.ts';
import { allmessages } from './query/allmessages.ts';
import { allusers } from './query/allusers.ts';
import { authmanagerinfo } from './query/authmanagerinfo.ts';
import { blocks } from './query/blocks.ts';
import { logevents } from './query/logevents.ts';
import { siteinfo } from './query/siteinfo.ts';
import { tokens } from './query/tokens.ts';
import { userinfo } from './query/userinfo.ts';
import { users } from './query/users.ts';
import { query } from './query.ts';

/** Entry modules: one line each, in the order in which they are listed. */
const actions: readonly ModuleDefinition[] = [
  query,
  help,
  paraminfo,
  login,
  clientlogin,
  logout,
  createaccount,
  linkaccount,
  unlinkaccount,
  changeauthenticationdata,
  removeauthenticationdata,
  validatepassword,
  signup,
  validatesignup,
  resetpassword,
  checktoken,
  fancycaptchareload,
  block,
  unblock,
  userrights,
  options,
];

/** Submodules of `query`: one line each. */
const queries: readonly ModuleDefinition[] = [
  tokens,
  authmanagerinfo,
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
