import type { WireApi } from '../wire/api.ts';

/** A parameter as `action=paraminfo` describes it. */
export interface ParamInfo {
  readonly name: string;
  readonly type: string | readonly string[];
  readonly multi?: boolean;
  readonly required?: boolean;
  readonly tokentype?: string;
  readonly submodules?: Readonly<Record<string, string>>;
  readonly min?: number;
  readonly max?: number;
  readonly highmax?: number;
}

/** A module as `action=paraminfo` describes it. */
export interface ModuleInfo {
  readonly name: string;
  readonly path: string;
  readonly group: string;
  readonly prefix: string;
  readonly mustbeposted?: boolean;
  readonly parameters: readonly ParamInfo[];
}

/** What a server can be asked. */
export interface Catalogue {
  readonly main: ModuleInfo;
  readonly actions: readonly ModuleInfo[];
  readonly queries: readonly ModuleInfo[];
  readonly formats: readonly ModuleInfo[];
  /** Names of fields of the sign-in and creation forms. */
  readonly fields: readonly string[];
}

const OPERATIONS = ['login', 'create', 'link', 'change', 'remove', 'unlink'];

/** Asks the server itself. */
export async function readCatalogue(api: WireApi): Promise<Catalogue> {
  const info = async (modules: string): Promise<ModuleInfo[]> => {
    const { paraminfo } = (await api.call('GET', { action: 'paraminfo', modules })) as {
      paraminfo: { modules: ModuleInfo[] };
    };
    return paraminfo.modules;
  };
  const below = await info('*');
  const fields = new Set<string>();
  for (const operation of OPERATIONS) {
    const answer = (await api.call('GET', {
      action: 'query',
      meta: 'authmanagerinfo',
      amirequestsfor: operation,
    })) as { query?: { authmanagerinfo?: { requests?: { fields: Record<string, unknown> }[] } } };
    for (const request of answer.query?.authmanagerinfo?.requests ?? []) {
      for (const name of Object.keys(request.fields)) fields.add(name);
    }
  }
  return {
    main: (await info('main'))[0] as ModuleInfo,
    actions: below.filter(({ group }) => group === 'action'),
    queries: await info('query+*'),
    formats: below.filter(({ group }) => group === 'format'),
    fields: [...fields, 'captchaId', 'captchaWord', 'OATHToken', 'name'],
  };
}
