import { z } from 'zod';
import { defineOptions, option } from '../define.ts';

/** Passwords for programs. */
export const botPasswords = defineOptions({
  name: 'botPasswords',
  description: 'Passwords for programs.',
  options: {
    enabled: option({
      schema: z.boolean(),
      default: true,
      description: 'Whether accounts can have bot passwords and sign in with them.',
    }),
  },
});
