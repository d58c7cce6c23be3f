import { z } from 'zod';
import { defineOptions, option } from '../define.ts';

/** Signing in. */
export const login = defineOptions({
  name: 'login',
  description: 'Signing in.',
  options: {
    mainAccount: option({
      schema: z.enum(['allow', 'refuse']),
      default: 'allow',
      description: 'Whether `action=login` takes the password of the account itself, beside bot passwords.',
    }),
    refuseBlocked: option({
      schema: z.boolean(),
      default: false,
      description: 'Whether blocked accounts cannot sign in.',
    }),
  },
});
