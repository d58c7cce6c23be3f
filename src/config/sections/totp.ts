import { z } from 'zod';
import { defineOptions, option } from '../define.ts';

/** Codes of an authenticator app as a second factor. */
export const totp = defineOptions({
  name: 'totp',
  description: 'Codes of an authenticator app (RFC 6238) as a second factor.',
  options: {
    enabled: option({
      schema: z.boolean(),
      default: true,
      description:
        'Whether accounts can have it. Gives the group `user` the right `oathauth-enable`. Switched off, nobody is asked for a code, also not who has set it up.',
    }),
    signInForm: option({
      schema: z.enum(['clients', 'documented']),
      default: 'clients',
      description:
        'Names in the form that asks for a code: those that bots and phone apps know (`TOTPAuthenticationRequest`, `OATHToken`), or those that the documentation prints (`TwoFactorAuthenticationRequest`, `code`). Either field is taken by both.',
    }),
    offerAtCreation: option({
      schema: z.boolean(),
      default: false,
      description: 'Whether a new account is asked to set it up at once; the step can be skipped.',
    }),
  },
});
