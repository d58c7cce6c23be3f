import type { ModuleDefinition, ParamSpec } from '../api/define.ts';
import type { block } from '../api/modules/block.ts';
import type { changeauthenticationdata } from '../api/modules/changeauthenticationdata.ts';
import type { checktoken } from '../api/modules/checktoken.ts';
import type { clientlogin } from '../api/modules/clientlogin.ts';
import type { createaccount } from '../api/modules/createaccount.ts';
import type { fancycaptchareload } from '../api/modules/fancycaptchareload.ts';
import type { help } from '../api/modules/help.ts';
import type { linkaccount } from '../api/modules/linkaccount.ts';
import type { login } from '../api/modules/login.ts';
import type { logout } from '../api/modules/logout.ts';
import type { options } from '../api/modules/options.ts';
import type { paraminfo } from '../api/modules/paraminfo.ts';
import type { removeauthenticationdata } from '../api/modules/removeauthenticationdata.ts';
import type { resetpassword } from '../api/modules/resetpassword.ts';
import type { signup } from '../api/modules/signup.ts';
import type { unblock } from '../api/modules/unblock.ts';
import type { unlinkaccount } from '../api/modules/unlinkaccount.ts';
import type { userrights } from '../api/modules/userrights.ts';
import type { validatepassword } from '../api/modules/validatepassword.ts';
import type { validatesignup } from '../api/modules/validatesignup.ts';
import type { allmessages } from '../api/query/allmessages.ts';
import type { allusers } from '../api/query/allusers.ts';
import type { authmanagerinfo } from '../api/query/authmanagerinfo.ts';
import type { blocks } from '../api/query/blocks.ts';
import type { logevents } from '../api/query/logevents.ts';
import type { siteinfo } from '../api/query/siteinfo.ts';
import type { tokens } from '../api/query/tokens.ts';
import type { userinfo } from '../api/query/userinfo.ts';
import type { users } from '../api/query/users.ts';
import type { query } from '../api/query.ts';
import type { LooseParams, ParamInput } from './parameters.ts';

type Many<T> = readonly T[];

/** What may be sent for one value. Lists in one text (`a|b`) are not checked, so give lists as arrays. */
type One<S extends ParamSpec> = S extends { type: 'boolean' }
  ? boolean
  : S extends { type: 'integer' }
    ? number | `${number}`
    : S extends { type: 'limit' }
      ? number | `${number}` | 'max'
      : S extends { type: 'enum'; values: readonly (infer V extends string)[] }
        ? V | (S extends { all: true } ? '*' : S extends { all: infer A extends string } ? A : never)
        : S extends { type: 'timestamp' | 'expiry' | 'namespace' }
          ? string | number
          : string;

type Sent<S extends ParamSpec> = S extends { multi: true }
  ? One<S> | Many<One<S>> | (S extends { type: 'enum' } ? `${One<S> & string}|${string}` : never)
  : One<S>;

type ParamsOf<M> = M extends ModuleDefinition<infer P> ? P : never;

/** Parameters of a module by their names on the wire. */
type Wire<M, Prefix extends string = ''> = string extends keyof ParamsOf<M>
  ? { readonly [name: string]: ParamInput }
  : {
      readonly [K in keyof ParamsOf<M> & string as `${Prefix}${K}`]?: ParamsOf<M>[K] extends ParamSpec
        ? Sent<ParamsOf<M>[K]> | undefined
        : never;
    };

/** Modules that also take the fields of forms, whose names no declaration has. */
type WithFields<T> = T & LooseParams;

/** Entry modules: their parameters by their names on the wire. */
export interface ActionParams {
  readonly query: Wire<typeof query> & QueryModuleParams;
  readonly help: Wire<typeof help>;
  readonly paraminfo: Wire<typeof paraminfo>;
  readonly login: Wire<typeof login, 'lg'>;
  readonly clientlogin: WithFields<Wire<typeof clientlogin, 'login'>>;
  readonly logout: Wire<typeof logout>;
  readonly createaccount: WithFields<Wire<typeof createaccount, 'create'>>;
  readonly linkaccount: WithFields<Wire<typeof linkaccount, 'link'>>;
  readonly unlinkaccount: Wire<typeof unlinkaccount>;
  readonly changeauthenticationdata: WithFields<Wire<typeof changeauthenticationdata, 'changeauth'>>;
  readonly removeauthenticationdata: Wire<typeof removeauthenticationdata>;
  readonly validatepassword: Wire<typeof validatepassword>;
  readonly resetpassword: Wire<typeof resetpassword>;
  readonly checktoken: Wire<typeof checktoken>;
  readonly fancycaptchareload: Wire<typeof fancycaptchareload>;
  readonly block: Wire<typeof block>;
  readonly unblock: Wire<typeof unblock>;
  readonly userrights: Wire<typeof userrights>;
  readonly options: Wire<typeof options>;
  readonly signup: WithFields<Wire<typeof signup>>;
  readonly validatesignup: Wire<typeof validatesignup>;
}

/** Parameters of the modules of `query`, all together. */
type QueryModuleParams = Wire<typeof tokens> &
  Wire<typeof authmanagerinfo, 'ami'> &
  Wire<typeof userinfo, 'ui'> &
  Wire<typeof siteinfo, 'si'> &
  Wire<typeof allmessages, 'am'> &
  Wire<typeof users, 'us'> &
  Wire<typeof allusers, 'au'> &
  Wire<typeof blocks, 'bk'> &
  Wire<typeof logevents, 'le'>;

/** Parameters of every request, and the token of those that need one. */
interface CommonParams {
  readonly format?: 'json';
  readonly formatversion?: 1 | 2 | '1' | '2' | 'latest';
  readonly utf8?: boolean;
  readonly ascii?: boolean;
  readonly token?: string;
  readonly maxlag?: number;
  readonly smaxage?: number;
  readonly maxage?: number;
  readonly assert?: 'anon' | 'user' | 'bot';
  readonly assertuser?: string;
  readonly requestid?: string | number;
  readonly servedby?: boolean;
  readonly curtimestamp?: boolean;
  readonly responselanginfo?: boolean;
  readonly origin?: string;
  readonly crossorigin?: boolean;
  readonly uselang?: string;
  readonly variant?: string;
  readonly errorformat?: 'bc' | 'plaintext' | 'wikitext' | 'html' | 'raw' | 'none';
  readonly errorlang?: string;
  readonly errorsuselocal?: boolean;
}

/**
 * Parameters of a request whose action is known: those of the module's declaration. Actions that Latchkey does not have
 * (the client speaks to every MediaWiki) and actions that are only known at run time take anything.
 */
export type ApiParams<A extends string = string> = { readonly action?: A } & (A extends keyof ActionParams
  ? CommonParams & ActionParams[A]
  : LooseParams);
