import { dirname, resolve } from 'node:path';
import type { Config, ConfigInput } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { Section } from './define.ts';
import { readEnv } from './env.ts';
import { readConfigFile } from './file.ts';
import { declaredOptions, treeOf } from './paths.ts';
import { applyPrivate } from './private-wiki.ts';
import { sections } from './registry.ts';
import { type Layer, readTree } from './tree.ts';

const options = declaredOptions(sections);

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inside of Object.values(value)) freeze(inside);
  }
  return value;
};

function build(layers: readonly Layer[], folder: string): Config {
  const problems = layers.flatMap((layer) => layer.problems);
  if (problems.length > 0) throw new ConfigError(problems);
  const given = new Map<string, unknown>();
  for (const layer of layers) for (const [path, value] of layer.values) given.set(path, value);
  const config = treeOf(
    options.map(({ keys, path, option }) => {
      const fallback = structuredClone(option.default);
      if (!given.has(path)) return [keys, fallback] as const;
      const value = option.locate === undefined ? given.get(path) : option.locate(given.get(path), folder);
      return [keys, option.merge === undefined ? value : option.merge(fallback, value)] as const;
    }),
  ) as unknown as Config;
  const misfits = sections.flatMap((section: Section) =>
    (section.check?.(config[section.name as keyof Config] as never) ?? []).map(({ path, text }) => ({
      path,
      source: 'all sources together',
      text: `${path}: ${text}.`,
    })),
  );
  if (misfits.length > 0) throw new ConfigError(misfits);
  return freeze(applyPrivate(config, given.get('groups.permissions')));
}

/**
 * The configuration that these values give, without files and environment: for tests and for embedding.
 *
 * @throws ConfigError with every problem.
 */
export const createConfig = (overrides: ConfigInput = {}): Config =>
  build([readTree(overrides, 'overrides', options)], process.cwd());

/** Where {@link loadConfig} takes values from; later ones win: file, environment, overrides. */
export interface ConfigSources {
  /** `latchkey.config.json` or `.mjs`; see `findConfigFile` for the usual places. */
  readonly file?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Values of command line flags and embedding applications. */
  readonly overrides?: ConfigInput;
}

/**
 * Reads and checks the whole configuration.
 *
 * @throws ConfigError with every problem of all sources, each with the option's path and what is allowed.
 */
export async function loadConfig({ file, env, overrides = {} }: ConfigSources): Promise<Config> {
  const layers: Layer[] = [];
  if (file !== undefined) layers.push(readTree(await readConfigFile(file), file, options));
  layers.push(readEnv(env, options), readTree(overrides, 'overrides', options));
  return build(layers, file === undefined ? process.cwd() : dirname(resolve(file)));
}
