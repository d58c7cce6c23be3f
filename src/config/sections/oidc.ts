import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { secret, text, whole } from '../schemas.ts';

const issuer = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:\/\/[^?#]*$/.test(value))
  .describe('the address of an issuer, without query and fragment');

const provider = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,30}$/)
    .describe('lower-case letters, digits and -'),
  name: text,
  issuer,
  clientId: text,
  clientSecret: secret(text).optional(),
  scopes: z.array(text).default(['openid', 'profile', 'email']),
  usernameClaim: text.default('preferred_username'),
  trustEmail: z.boolean().default(false),
});

/** Signing in by OpenID Connect. */
export const oidc = defineOptions({
  name: 'oidc',
  description: 'Signing in by OpenID Connect.',
  options: {
    providers: option({
      schema: z
        .array(provider)
        .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'every id once')
        .describe('a list of providers, every id once'),
      default: [],
      description:
        'Who else can say who somebody is. `usernameClaim` is the claim that suggests a user name; with `trustEmail` an address that the provider calls verified counts as confirmed.',
      example: [
        {
          id: 'example',
          name: 'Example',
          issuer: 'https://id.example.org',
          clientId: 'latchkey',
          clientSecret: '…',
        },
      ],
    }),
    returnUrls: option({
      schema: z.array(text),
      default: [],
      description:
        'Where people may be sent back to after signing in elsewhere: addresses, each standing for all that begin with it up to a `/`, `?` or the end. The site itself is always allowed; an empty list allows addresses of this machine too, unless `NODE_ENV` is `production`.',
      example: ['https://app.example.org/signed-in', 'org.example.app://callback'],
    }),
    timeoutMs: option({
      schema: whole(100, 60_000),
      default: 5000,
      unit: 'milliseconds',
      description: 'How long to wait for an answer of a provider.',
    }),
    clockSkewSeconds: option({
      schema: whole(0, 600),
      default: 30,
      unit: 'seconds',
      description: 'How far the clock of a provider may be off.',
    }),
  },
});
