import type { Services } from '../auth/services.ts';
import { dialect } from '../errors/dialect.ts';
import { defineModule, type ModuleDefinition, type ParamSpecs } from './define.ts';
import { ERROR_FORMATS } from './report.ts';

const before = {
  action: { type: 'submodule', group: 'action', default: 'help' },
  format: { type: 'submodule', group: 'format', default: 'jsonfm' },
  maxlag: { type: 'integer' },
  smaxage: { type: 'integer', default: 0 },
  maxage: { type: 'integer', default: 0 },
  assert: { type: 'enum', values: ['anon', 'user', 'bot'] },
  assertuser: { type: 'user', subtypes: ['name'] },
  requestid: { type: 'string' },
  servedby: { type: 'boolean' },
  curtimestamp: { type: 'boolean' },
  responselanginfo: { type: 'boolean' },
  origin: { type: 'string' },
} as const satisfies ParamSpecs;

const crossorigin = { crossorigin: { type: 'boolean' } } as const satisfies ParamSpecs;

const after = {
  uselang: { type: 'string', default: 'user' },
  variant: { type: 'string' },
  errorformat: { type: 'enum', values: ERROR_FORMATS, default: 'bc' },
  errorlang: { type: 'string', default: 'uselang' },
  errorsuselocal: { type: 'boolean' },
} as const satisfies ParamSpecs;

/** The parameters that every request may have. */
export const mainModule: ModuleDefinition = defineModule({
  name: 'main',
  group: 'main',
  prefix: '',
  className: 'ApiMain',
  params: (services: Services): ParamSpecs =>
    dialect(services.config.api.compat, 'crossorigin')
      ? { ...before, ...crossorigin, ...after }
      : { ...before, ...after },
  needsReadRight: false,
  examples: [],
  helpUrls: [],
  handle: () => {},
});

/** Checked values of the main module. */
export interface MainParams {
  readonly action: string;
  readonly format: string;
  readonly maxlag: number | null;
  readonly smaxage: number;
  readonly maxage: number;
  readonly assert: string | null;
  readonly assertuser: string | null;
  readonly requestid: string | null;
  readonly servedby: boolean;
  readonly curtimestamp: boolean;
  readonly responselanginfo: boolean;
  readonly origin: string | null;
  readonly uselang: string;
  readonly errorformat: string;
  readonly errorlang: string;
  readonly errorsuselocal: boolean;
}
