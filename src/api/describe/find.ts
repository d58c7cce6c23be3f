import { type Message, msg, plain } from '../../base/message.ts';
import type { ModuleGroup } from '../define.ts';
import { type CompiledModule, type ModuleSet, QUERY_GROUPS } from '../module.ts';
import { naturally } from './info.ts';

/** Groups in which the submodules of a module are; none for most. */
const childGroups = (path: string): readonly ModuleGroup[] =>
  path === 'main' ? ['action', 'format'] : path === 'query' ? QUERY_GROUPS : [];

/** Submodules of a module by name. */
export const submodulesOf = (path: string, modules: ModuleSet): CompiledModule[] =>
  childGroups(path)
    .flatMap((group) => modules.names(group).map((name) => modules.find(group, name) as CompiledModule))
    .sort((a, b) => naturally(a.definition.name, b.definition.name));

/** A module by its path, or what is wrong with the path: the code is `badmodule`. */
export function findByPath(path: string, modules: ModuleSet): CompiledModule | Message {
  const found = modules.get(path);
  if (found !== undefined) return found;
  const parts = path.split('+');
  let parent = 'main';
  for (const [index, part] of parts.entries()) {
    if (childGroups(parent).length === 0) return msg('apierror-badmodule-nosubmodules', plain(parent));
    const next = index === 0 ? part : `${parent}+${part}`;
    if (modules.get(next) === undefined) return msg('apierror-badmodule-badsubmodule', plain(parent), plain(part));
    parent = next;
  }
  return msg('apierror-badmodule-badpath', plain(path));
}
