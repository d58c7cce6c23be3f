export type { Config, ConfigInput } from './config.ts';
