export type { Config, ConfigInput } from './config.ts';
export { ConfigError, type ConfigProblem } from './config-error.ts';
export { effectiveConfig } from './effective.ts';
export { findConfigFile } from './file.ts';
export { configJsonSchema } from './json-schema.ts';
export { type ConfigSources, createConfig, loadConfig } from './load.ts';
export { compileNamePattern, type NamePattern } from './name-pattern.ts';
export { renderReference } from './reference.ts';
export type { Limit } from './schemas.ts';
