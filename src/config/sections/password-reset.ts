import { z } from 'zod';
import { defineOptions, option } from '../define.ts';

/** How people who forgot their password get a new one. */
export const passwordReset = defineOptions({
  name: 'passwordReset',
  description: 'How people who forgot their password get a new one.',
  options: {
    routes: {
      username: option({ schema: z.boolean(), default: true, description: 'Whether it is enough to give the name.' }),
      email: option({
        schema: z.boolean(),
        default: true,
        description: 'Whether it is enough to give the mail address.',
      }),
    },
    requireBoth: option({
      schema: z.boolean(),
      default: false,
      description: 'Whether name and mail address must both be given and belong together.',
    }),
  },
});
