import type { Services } from '../../auth/services.ts';
import type { Message } from '../../base/message.ts';
import { msg } from '../../base/message.ts';
import type { ModuleGroup } from '../define.ts';
import { type CompiledModule, type ModuleSet, QUERY_GROUPS } from '../module.ts';
import type { CompiledParam } from '../params/type.ts';
import { rawMessage } from '../report.ts';
import { list, mark, type ResultObject, type ResultValue } from '../result.ts';
import { aboutModule, descriptionOf, paramText, valueTexts, write } from './texts.ts';

/** In which form the texts of a description are wanted. */
export type HelpFormat = 'html' | 'wikitext' | 'raw' | 'none';

/** What the description depends on beside the module. */
export interface InfoContext {
  readonly modules: ModuleSet;
  readonly services: Services;
  readonly format: HelpFormat;
  readonly language: string;
  readonly highLimits: boolean;
}

const LICENSE = 'MIT';
const PRODUCT = 'Latchkey';

/** Ascending order without regard to case, as lists of values are shown. */
export const naturally = (a: string, b: string): number => {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
};

interface Described {
  readonly message: Message;
  readonly value?: string;
}

/** Texts in the wanted form: one text, or a list of raw messages. Undefined when no texts are wanted. */
function texts(messages: readonly Described[], context: InfoContext): ResultValue | undefined {
  const { services, format, language } = context;
  if (format === 'none') return undefined;
  if (format === 'raw') {
    return list(
      'msg',
      messages.map(
        ({ message, value }): ResultObject => ({
          ...rawMessage(message, services.messages),
          ...(value === undefined ? {} : { forvalue: value }),
        }),
      ),
    );
  }
  const parts = messages.map(({ message }) => write(services, message, format, language)).filter((text) => text !== '');
  return parts.join(format === 'wikitext' ? '\n\n' : '\n');
}

/** `source`, licence and the like: the same for every module. */
export const sourceInfo = ({ services }: Pick<InfoContext, 'services'>): ResultObject => ({
  source: PRODUCT,
  sourcename: PRODUCT,
  licensetag: LICENSE,
  licenselink: `${services.publicUrl()}/wiki/Special:Version`,
});

/** The flags of a module, in the words of `paraminfo`. */
export const flagsOf = (module: CompiledModule): string[] => {
  const { definition } = module;
  const flags: [string, boolean][] = [
    ['deprecated', module.deprecated],
    ['internal', definition.internal === true],
    ['readrights', module.needsReadRight],
    ['writerights', module.writes],
    ['mustbeposted', module.mustBePosted],
  ];
  return flags.filter(([, set]) => set).map(([name]) => name);
};

const groupPath = (group: string, name: string): string =>
  QUERY_GROUPS.includes(group as ModuleGroup) ? `query+${name}` : name;

/** Sorted values; deprecated ones, and then internal ones, stand last. */
function submoduleInfo(param: CompiledParam, modules: ModuleSet): ResultObject {
  const { spec } = param;
  if (spec.type !== 'submodule') return {};
  const { group } = spec;
  const find = (name: string) => modules.find(group as ModuleGroup, name);
  const names = [...(param.values ?? [])].sort(naturally);
  const internal = names.filter((name) => find(name)?.definition.internal === true);
  const deprecated = names.filter((name) => !internal.includes(name) && find(name)?.deprecated === true);
  const usual = names.filter((name) => !internal.includes(name) && !deprecated.includes(name));
  const order = [...usual, ...deprecated, ...internal];
  return {
    type: list('t', order),
    submodules: mark<ResultObject>(Object.fromEntries(order.map((name) => [name, groupPath(group, name)])), {
      kind: 'assoc',
    }),
    ...(spec.submoduleParamPrefix === undefined ? {} : { submoduleparamprefix: spec.submoduleParamPrefix }),
    ...(deprecated.length === 0 ? {} : { deprecatedvalues: list('v', deprecated) }),
    ...(internal.length === 0 ? {} : { internalvalues: list('v', internal) }),
  };
}

function typeInfo(param: CompiledParam, modules: ModuleSet): ResultObject {
  const { spec } = param;
  if (spec.type === 'submodule') return submoduleInfo(param, modules);
  const info: ResultObject = { ...param.type.info?.(param) };
  if (spec.type === 'enum') {
    const deprecated = (param.values ?? []).filter((value) => param.deprecatedValues?.has(value));
    const usual = (param.values ?? []).filter((value) => !param.deprecatedValues?.has(value));
    info.type = list('t', [...usual.sort(naturally), ...deprecated.sort(naturally)]);
    if (deprecated.length > 0) info.deprecatedvalues = list('v', deprecated);
  }
  return info;
}

const TYPE_NAMES: Readonly<Record<string, string>> = { raw: 'string' };

function paramInfo(module: CompiledModule, param: CompiledParam, index: number, context: InfoContext): ResultObject {
  const { spec, limits } = param;
  const described: Described[] = [
    { message: paramText(module, param) },
    ...valueTexts(module, param, context.services),
  ];
  const description = texts(described, context);
  const info: ResultObject = { index, name: param.name };
  if (description !== undefined) info.description = description;
  info.type = TYPE_NAMES[spec.type] ?? spec.type;
  info.required = spec.required === true;
  if (spec.deprecated) info.deprecated = true;
  if (spec.sensitive || spec.type === 'password') info.sensitive = true;
  if ('default' in spec && spec.default !== undefined && spec.default !== false) info.default = spec.default;
  info.multi = limits !== null;
  if (limits !== null) {
    const [low, high] = limits;
    info.lowlimit = low;
    info.highlimit = high;
    info.limit = high > low && context.highLimits ? high : low;
    if (spec.allowDuplicates) info.allowsduplicates = true;
    if (param.all !== null) info.allspecifier = param.all;
  }
  Object.assign(info, typeInfo(param, context.modules));
  if (spec.tokenType !== undefined && spec.required) info.tokentype = spec.tokenType;
  return info;
}

function examplesInfo(module: CompiledModule, context: InfoContext): ResultObject[] {
  return module.definition.examples.map(({ query, message }) => {
    const description = texts([{ message: aboutModule(module, msg(message)) }], context);
    const example: ResultObject = { query };
    if (Array.isArray(description)) example.description = description[0];
    else if (description !== undefined) example.description = description;
    return mark(example, { subelements: ['description'] });
  });
}

/** Parameters of a module as `paraminfo` lists them. */
export const paramsInfo = (
  module: CompiledModule,
  params: readonly CompiledParam[],
  context: InfoContext,
): ResultObject[] =>
  list(
    'param',
    params.map((param, index) => paramInfo(module, param, index + 1, context)),
  );

/** Everything that `paraminfo` says of a module. */
export function moduleInfo(module: CompiledModule, context: InfoContext): ResultObject {
  const { definition } = module;
  const info: ResultObject = { name: definition.name, classname: module.className, path: module.path };
  if (definition.group !== 'main') info.group = definition.group;
  info.prefix = module.disabled === 'listed' ? '' : definition.prefix;
  Object.assign(info, sourceInfo(context));
  const description = texts(
    descriptionOf(module, context.services, context.format === 'raw').map((message) => ({ message })),
    context,
  );
  if (description !== undefined) info.description = description;
  for (const flag of flagsOf(module)) info[flag] = true;
  info.helpurls = list('helpurl', module.disabled === 'listed' ? [] : [...definition.helpUrls]);
  if (context.format !== 'none') info.examples = list('example', examplesInfo(module, context));
  info.parameters = paramsInfo(module, module.params, context);
  info.templatedparameters = list<ResultObject>('param', []);
  if (definition.dynamic !== undefined && module.disabled === null) {
    info.dynamicparameters = texts([{ message: aboutModule(module, definition.dynamic) }], context) ?? true;
  }
  return info;
}
