import { msg, plain } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';
import { runOf } from '../call.ts';
import { type Call, defineModule, type ParamSpecs } from '../define.ts';
import { findByPath, submodulesOf } from '../describe/find.ts';
import { type HelpFormat, type InfoContext, moduleInfo, paramsInfo, sourceInfo } from '../describe/info.ts';
import { type CompiledModule, type ModuleSet, QUERY_GROUPS } from '../module.ts';
import { pageSetParams } from '../pageset.ts';
import { child, list, type ResultObject } from '../result.ts';

const params = {
  modules: { type: 'string', multi: true },
  helpformat: { type: 'enum', values: ['html', 'wikitext', 'raw', 'none'], default: 'none' },
  querymodules: { type: 'string', multi: true, deprecated: true },
  mainmodule: { type: 'string', deprecated: true },
  pagesetmodule: { type: 'string', deprecated: true },
  formatmodules: { type: 'string', multi: true, deprecated: true },
} as const satisfies ParamSpecs;

/** `a+*` stands for the submodules of `a`, `a+**` also for theirs. */
function expand(path: string, call: Call, modules: ModuleSet): string[] {
  const star = /^(?:(.*)\+)?(\*\*?)$/.exec(path);
  if (star === null) return [path];
  const parent = star[1] ?? 'main';
  const found = findByPath(parent, modules);
  if ('key' in found) {
    call.warn(coded(found, 'badmodule'));
    return [];
  }
  const recursive = star[2] === '**';
  const below = submodulesOf(found.path, modules).flatMap((module) =>
    recursive ? [module.path, ...submodulesOf(module.path, modules).map((deeper) => deeper.path)] : [module.path],
  );
  if (below.length === 0) call.warn(coded(msg('apierror-badmodule-nosubmodules', plain(parent)), 'badmodule'));
  return below;
}

/** The parameters that name pages, as a module of its own. */
function pageSetInfo(modules: ModuleSet, context: InfoContext): ResultObject {
  const query = modules.get('query') as CompiledModule;
  const own = query.params.filter(({ name }) => Object.hasOwn(pageSetParams, name));
  return {
    classname: 'ApiPageSet',
    prefix: '',
    ...sourceInfo(context),
    readrights: true,
    helpurls: list<string>('helpurl', []),
    parameters: paramsInfo(query, own, context),
    templatedparameters: list<ResultObject>('param', []),
  };
}

/** `action=paraminfo`: what modules and their parameters are, for programs. */
export const paraminfo = defineModule({
  name: 'paraminfo',
  group: 'action',
  prefix: '',
  className: 'ApiParamInfo',
  params,
  needsReadRight: false,
  examples: [
    { query: 'action=paraminfo&modules=login|query%2Btokens', message: 'apihelp-paraminfo-example-1' },
    { query: 'action=paraminfo&modules=query%2B*', message: 'apihelp-paraminfo-example-2' },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Parameter_information'],
  handle(call) {
    const { modules } = runOf(call as Call).settings;
    const { params: values, services, language } = call;
    const context: InfoContext = {
      modules,
      services,
      language,
      format: values.helpformat as HelpFormat,
      highLimits: call.actor.rights.has('apihighlimits'),
    };
    const queryNames = new Set(values.querymodules ?? []);
    const formatNames = new Set(values.formatmodules ?? []);
    const paths = new Set([
      ...(values.modules ?? []).flatMap((path) => expand(path, call as Call, modules)),
      ...[...queryNames].map((name) => `query+${name}`),
      ...formatNames,
    ]);

    const answer = child(call.result, 'paraminfo');
    answer.helpformat = values.helpformat;
    const lists: Record<string, ResultObject[]> = {};
    for (const path of paths) {
      const module = findByPath(path, modules);
      if ('key' in module) {
        call.warn(coded(module, 'badmodule'));
        continue;
      }
      const { group, name } = module.definition;
      const isQuery = QUERY_GROUPS.includes(group) && queryNames.has(name);
      const key = formatNames.has(path) ? 'formatmodules' : isQuery ? 'querymodules' : 'modules';
      const info = moduleInfo(module, context);
      if (isQuery) info.querytype = group;
      lists[key] ??= list<ResultObject>('module', []);
      lists[key].push(info);
    }
    Object.assign(answer, lists);
    if (values.mainmodule) answer.mainmodule = moduleInfo(modules.get('main') as CompiledModule, context);
    if (values.pagesetmodule) answer.pagesetmodule = pageSetInfo(modules, context);
  },
});
