import { keysOf } from '../../src/api/describe/texts.ts';
import type { CompiledModule } from '../../src/api/module.ts';
import { modules } from '../../src/api/registry.ts';
import type { ConfigInput } from '../../src/config/index.ts';
import { FRAMEWORK, testApi } from '../api/support.ts';

/** Configurations that decide which parameters modules have. */
const CONFIGURATIONS: readonly ConfigInput[] = [
  {},
  { api: { compat: '1.39' } },
  { captcha: { kind: 'image' } },
  { passwordReset: { routes: { username: true, email: false } } },
  { passwordReset: { routes: { username: false, email: false } } },
];

/** All modules as a configuration compiles them: the main module, actions, queries and formats. */
export async function compiledModules(config: ConfigInput = {}): Promise<readonly CompiledModule[]> {
  const { api } = await testApi({ config, modules: modules.filter((module) => !FRAMEWORK.includes(module)) });
  const set = api.modules;
  return (['main', 'action', 'prop', 'list', 'meta', 'format'] as const).flatMap((group) =>
    set.names(group).map((name) => set.find(group, name) as CompiledModule),
  );
}

const all = (await Promise.all(CONFIGURATIONS.map(compiledModules))).flat();

/** Keys of the texts that every module must have; one that is switched off is still described. */
export const MODULE_KEYS: readonly string[] = [...new Set(all.flatMap(keysOf))];

/** Keys of the texts that a module may have. */
export const OPTIONAL_MODULE_KEYS: readonly string[] = [
  ...new Set(
    all.flatMap(({ path, params }) => [
      `apihelp-${path}-extended-description`,
      ...params.flatMap(({ name, values }) =>
        (values ?? []).map((value) => `apihelp-${path}-paramvalue-${name}-${value}`),
      ),
    ]),
  ),
];
