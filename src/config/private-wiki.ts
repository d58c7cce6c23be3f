import type { Config } from './config.ts';
import type { Permissions } from './group-rights.ts';

const CLOSED: Readonly<Record<string, boolean>> = { read: false, edit: false, createaccount: false };

/** `groups.private` takes rights from visitors; rights that were given by name (in `given`) are kept. */
export function applyPrivate(config: Config, given: unknown): Config {
  if (!config.groups.private) return config;
  const named = (given as Permissions | undefined)?.['*'] ?? {};
  const visitors = { ...config.groups.permissions['*'], ...CLOSED, ...named };
  return { ...config, groups: { ...config.groups, permissions: { ...config.groups.permissions, '*': visitors } } };
}
