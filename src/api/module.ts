import type { Services } from '../auth/services.ts';
import { msg } from '../base/message.ts';
import { fail } from '../errors/table.ts';
import type { ModuleDefinition, ModuleGroup, ParamSpec } from './define.ts';
import { compileParam } from './params/registry.ts';
import type { CompiledParam } from './params/type.ts';

/** A module with everything that follows from its declaration and the configuration, computed once. */
export interface CompiledModule {
  readonly definition: ModuleDefinition;
  /** `main`, `login`, `query+tokens`, `json`. */
  readonly path: string;
  readonly className: string;
  readonly params: readonly CompiledParam[];
  /** Wire names of its parameters. */
  readonly wireNames: ReadonlySet<string>;
  /** Wire names that must not stand in a query string. */
  readonly sensitive: readonly string[];
  readonly mustBePosted: boolean;
  readonly writes: boolean;
  readonly needsReadRight: boolean;
  readonly deprecated: boolean;
  /** Switched off: by the list of the configuration, or by itself. */
  readonly disabled: 'listed' | 'self' | null;
  /** The other generation of this module, unless it is switched off. */
  readonly alternative: CompiledModule | null;
}

/** All modules of one API. */
export interface ModuleSet {
  readonly services: Services;
  /** By path. */
  get(path: string): CompiledModule | undefined;
  /** By group and name. */
  find(group: ModuleGroup, name: string): CompiledModule | undefined;
  /** Names in a group, in declared order. */
  names(group: ModuleGroup): readonly string[];
}

/** Groups of the submodules of `query`. */
export const QUERY_GROUPS: readonly ModuleGroup[] = ['prop', 'list', 'meta'];

const pathOf = ({ group, name }: ModuleDefinition): string => (QUERY_GROUPS.includes(group) ? `query+${name}` : name);

const tokenParam = (definition: ModuleDefinition): ParamSpec => ({
  type: 'string',
  required: true,
  sensitive: true,
  tokenType: definition.token,
  ...(definition.tokenMissingCode && { missingCode: definition.tokenMissingCode }),
  help: msg('api-help-param-token', definition.token ?? ''),
});

const specsOf = (definition: ModuleDefinition, services: Services): [string, ParamSpec][] => {
  const { params } = definition;
  const specs: [string, ParamSpec][] = Object.entries(typeof params === 'function' ? params(services) : params);
  if (definition.token === undefined) return specs;
  // Last, or where the declaration has it.
  return Object.entries({ ...Object.fromEntries(specs), token: tokenParam(definition) });
};

/** Ends a call of a module that is switched off. */
const refuse = (definition: ModuleDefinition, by: 'listed' | 'self') => (): never => {
  const key = by === 'self' ? definition.disabledKey : undefined;
  throw key === undefined ? fail('moduledisabled', [definition.name]) : fail('moduledisabled', [], { key });
};

function compile(
  definition: ModuleDefinition,
  services: Services,
  listed: ReadonlySet<string>,
  names: (group: string) => readonly string[],
): CompiledModule {
  const path = pathOf(definition);
  const disabled = listed.has(path) ? 'listed' : definition.disabled?.(services) ? 'self' : null;
  const submodule = QUERY_GROUPS.includes(definition.group);
  const params =
    disabled === null
      ? specsOf(definition, services).map(([name, spec]) => compileParam(name, definition.prefix, spec, names))
      : [];
  const { deprecated, alternative } = definition;
  return {
    definition: disabled !== null && !submodule ? { ...definition, handle: refuse(definition, disabled) } : definition,
    path,
    className: disabled === 'listed' ? (submodule ? 'ApiQueryDisabled' : 'ApiDisabled') : definition.className,
    params,
    wireNames: new Set(params.map((param) => param.wire)),
    sensitive: params.filter((param) => param.spec.sensitive).map((param) => param.wire),
    mustBePosted: disabled === null && (definition.mustBePosted === true || definition.token !== undefined),
    writes: disabled === null && definition.writes === true,
    needsReadRight: disabled === 'listed' ? submodule : definition.needsReadRight !== false,
    deprecated: typeof deprecated === 'function' ? deprecated(services) : deprecated === true,
    disabled,
    alternative: disabled === null && alternative ? compile(alternative.module, services, listed, names) : null,
  };
}

/**
 * Compiles declarations. Throws `TypeError` when two have the same path, because one of them would never be reached.
 */
export function createModuleSet(declared: readonly ModuleDefinition[], services: Services): ModuleSet {
  const definitions = declared.filter(({ exists }) => exists?.(services) ?? true);
  const byGroup = new Map<string, string[]>();
  for (const { group, name } of definitions) byGroup.set(group, [...(byGroup.get(group) ?? []), name]);
  const names = (group: string) => byGroup.get(group) ?? [];
  const listed = new Set(services.config.api.disabledModules);
  const compiled = new Map<string, CompiledModule>();
  const byKey = new Map<string, CompiledModule>();
  for (const definition of definitions) {
    const module = compile(definition, services, listed, names);
    if (compiled.has(module.path)) throw new TypeError(`two modules have the path ${module.path}`);
    compiled.set(module.path, module);
    byKey.set(`${definition.group} ${definition.name}`, module);
  }
  return {
    services,
    get: (path) => compiled.get(path),
    find: (group, name) => byKey.get(`${group} ${name}`),
    names,
  };
}
