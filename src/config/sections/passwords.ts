import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { defaultPolicies, mergePolicies, policies } from '../policies.ts';
import { text, whole } from '../schemas.ts';

/** How passwords are stored and what a good one is. */
export const passwords = defineOptions({
  name: 'passwords',
  description: 'How passwords are stored and what a good one is.',
  options: {
    format: option({
      schema: z.enum(['argon2id', 'pbkdf2', 'bcrypt']),
      default: 'argon2id',
      description: 'How new passwords are hashed; others are rewritten at the next sign-in.',
    }),
    argon2: {
      memoryKiB: option({
        schema: whole(8),
        default: 19_456,
        unit: 'KiB',
        description: 'Memory of one argon2id hash.',
      }),
      iterations: option({ schema: whole(1), default: 2, description: 'Passes over the memory.' }),
      parallelism: option({ schema: whole(1, 255), default: 1, description: 'Lanes of one hash.' }),
    },
    pbkdf2: {
      rounds: option({ schema: whole(1), default: 30_000, description: 'Rounds of PBKDF2 with SHA-512.' }),
    },
    bcrypt: {
      rounds: option({ schema: whole(4, 31), default: 12, description: 'Cost of bcrypt, as a power of two.' }),
    },
    hashConcurrency: option({
      schema: whole(1).nullable(),
      default: null,
      description: 'How many hashes are computed at once; when it is left out, as many as there are processor cores.',
    }),
    hashQueueLimit: option({
      schema: whole(0),
      default: 100,
      description: 'How many hashes may wait; further sign-ins are told that the server is busy.',
    }),
    maxBytes: option({
      schema: whole(64),
      default: 4096,
      unit: 'bytes',
      description: 'Longest password that is looked at.',
    }),
    policies: option({
      schema: policies,
      default: defaultPolicies,
      merge: mergePolicies,
      description:
        'What passwords must fulfil, by group; `default` holds for everybody. Given rules are merged into the default ones.',
      example: { default: { MinimalPasswordLength: 12 } },
    }),
    commonListFile: option({
      schema: text.nullable(),
      default: null,
      description: 'File with further common passwords, one a line, beside the built-in list.',
    }),
    breachedList: {
      source: option({
        schema: text.nullable(),
        default: null,
        description:
          'Where to ask whether a password is known from a data breach: a range service (only five characters of a hash are sent) or a local file of hashes.',
        example: 'https://api.pwnedpasswords.com/range/',
      }),
      timeoutMs: option({
        schema: whole(100),
        default: 2000,
        unit: 'milliseconds',
        description: 'How long that service may take; a password counts as unknown when it takes longer.',
      }),
    },
    expireAfterDays: option({
      schema: whole(1).nullable(),
      default: null,
      unit: 'days',
      description: 'After how long a password expires; by default never.',
    }),
    expireGraceDays: option({
      schema: whole(0),
      default: 7,
      unit: 'days',
      description: 'How long the change of an expired password can be put off.',
    }),
    temporaryLifetimeHours: option({
      schema: whole(1),
      default: 168,
      unit: 'hours',
      description: 'How long a temporary password sent by mail is valid.',
    }),
  },
});
