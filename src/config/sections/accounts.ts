import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { namePattern } from '../name-pattern.ts';
import { text, whole } from '../schemas.ts';

/** Which accounts may be created and what they must have. */
export const accounts = defineOptions({
  name: 'accounts',
  description: 'Which accounts may be created and what they must have.',
  options: {
    reservedNames: option({
      schema: z.array(text),
      default: [],
      description: 'Names that nobody can use, beside those that are always reserved.',
      example: ['Helpdesk'],
    }),
    deniedNames: option({
      schema: z.array(namePattern),
      default: [],
      description:
        'Names that nobody may create: each a pattern with `*`, or `/regular expression/i`, optionally with a reason that people see.',
      example: ['*admin*', { pattern: '/^wiki.*team$/i', reason: 'This name looks like a role of this site.' }],
    }),
    allowedNames: option({
      schema: z.array(namePattern),
      default: [],
      description: 'Exceptions from `deniedNames`, in the same form.',
      example: ['Padmini'],
    }),
    lookAlikes: option({
      schema: z.enum(['refuse', 'allow']),
      default: 'refuse',
      description: 'What happens to a new name that looks like the name of an account.',
    }),
    invalidNameCharacters: option({
      schema: z.string(),
      default: '@:>',
      description: 'Characters that no new name may contain, beside those that are never possible.',
    }),
    maxNameBytes: option({
      schema: whole(1, 255),
      default: 235,
      unit: 'bytes',
      description: 'Longest new name.',
    }),
    hideRealName: option({
      schema: z.boolean(),
      default: false,
      description: 'Whether real names are neither asked for nor shown.',
    }),
    requireEmail: option({
      schema: z.boolean(),
      default: false,
      description: 'Whether a new account must have a mail address.',
    }),
    blockCookie: option({
      schema: z.boolean(),
      default: false,
      description:
        'Whether a block follows a blocked visitor to other addresses for a day, by a cookie. Every request of a visitor then looks for blocks.',
    }),
    autoconfirmAgeSeconds: option({
      schema: whole(0),
      default: 0,
      unit: 'seconds',
      description: 'How old an account must be to be in the group `autoconfirmed`.',
    }),
  },
});
