import { z } from 'zod';
import { defineOptions, option } from '../define.ts';

/** What the Action API offers and to whom. */
export const api = defineOptions({
  name: 'api',
  description: 'What the Action API offers and to whom.',
  options: {
    enabled: option({ schema: z.boolean(), default: true, description: 'Whether there is an API at all.' }),
    writeEnabled: option({
      schema: z.boolean(),
      default: true,
      description: 'Whether modules that write can be used.',
    }),
    compat: option({
      schema: z.enum(['documented', '1.39']),
      default: 'documented',
      description:
        'Where the documentation of the API and MediaWiki 1.39 differ: `documented` follows the documentation, `1.39` the program.',
    }),
    disabledModules: option({
      schema: z.array(
        z
          .string()
          .regex(/^[a-z0-9-]+(?:\+[a-z0-9-]+)?$/i)
          .describe('a module path such as login or query+users'),
      ),
      default: [],
      description: 'Paths of modules that are switched off.',
      example: ['createaccount', 'query+authmanagerinfo'],
    }),
    legacyCreateAccount: option({
      schema: z.boolean(),
      default: true,
      description: 'Whether `createaccount` also takes the parameters from before MediaWiki 1.27.',
    }),
    allowedOrigins: option({
      schema: z.array(
        z
          .string()
          .regex(/^(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d{1,5})?$/)
          .describe('a host such as app.example.org or *.example.org'),
      ),
      default: [],
      description: 'Hosts whose pages may call the API with the cookies of the person (CORS).',
      example: ['*.example.org', 'app.example.net'],
    }),
    showHostnames: option({
      schema: z.boolean(),
      default: false,
      description: 'Whether answers may name the host that made them (`servedby`).',
    }),
  },
});
