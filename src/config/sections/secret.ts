import { z } from 'zod';
import { defineOptions, option } from '../define.ts';

/** Server secrets: a single option without a section, so that its environment name is `LATCHKEY_SECRET`. */
export const secret = defineOptions({
  name: 'secret',
  description: 'What the server signs and seals with.',
  options: option({
    schema: z.array(z.string().min(32)).min(1).describe('a list of texts of 32 characters or more').nullable(),
    default: null,
    sensitive: true,
    description:
      'Server secrets, newest first: the first is used, the others are still recognised; when it is left out, the file `secret` in the data folder.',
  }),
});
