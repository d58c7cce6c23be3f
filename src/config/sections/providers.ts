import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { secret, text } from '../schemas.ts';

const module = z
  .strictObject({
    module: text,
    options: secret(z.record(z.string(), z.unknown()).default({})),
    from: text.optional(),
  })
  .describe('{"module": package or file, "options": what the provider takes, "from": folder}');

const entry = z
  .union([text, module])
  .transform((value) => (typeof value === 'string' ? { module: value, options: {}, from: undefined } : value));

const isFile = (name: string): boolean => /^\.{1,2}(?:[/\\]|$)/.test(name) || isAbsolute(name);

/** Providers that are no part of Latchkey. */
export const providers = defineOptions({
  name: 'providers',
  description: 'Providers that are no part of Latchkey.',
  options: {
    modules: option({
      schema: z
        .array(entry)
        .describe('a list of names of packages or files, or of {"module": name, "options": {…}, "from": folder}'),
      default: [],
      description:
        'Modules to load at the start, in the order in which they are asked: names of packages, or files whose names begin with `./`, `../` or `/`. Files and packages are looked for from the folder `from`, by default that of the configuration file. `options` are for the provider.',
      example: ['latchkey-provider-example', { module: './our-provider.mjs', options: { codes: ['green door'] } }],
      locate: (modules, folder) =>
        modules.map(({ module, options, from = '.' }) => {
          const start = resolve(folder, from);
          const path = module.startsWith('file:') ? fileURLToPath(module) : module;
          return { module: isFile(path) ? resolve(start, path) : path, options, from: start };
        }),
    }),
  },
});
