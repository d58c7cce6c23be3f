import { z } from 'zod';
import { defineOptions, option } from '../define.ts';

/** Security keys and passkeys. */
export const webauthn = defineOptions({
  name: 'webauthn',
  description:
    'Security keys and passkeys (WebAuthn). They belong to the host of `http.publicUrl`, which must be a name, not an address.',
  options: {
    enabled: option({
      schema: z.boolean(),
      default: true,
      description: 'Whether accounts can have them as a second factor.',
    }),
    passwordless: option({
      schema: z.boolean(),
      default: false,
      description:
        'Whether a passkey that checks its owner (fingerprint, PIN) is enough to sign in, without a password.',
    }),
  },
});
