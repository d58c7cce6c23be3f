import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { secret, text, whole } from '../schemas.ts';

const domain = z.strictObject({
  domain: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/)
    .refine((name) => name !== 'local')
    .describe('letters, digits, ., _ and -; not `local`'),
  url: z
    .string()
    .regex(/^ldaps?:\/\/[^/\s]+\/?$/)
    .describe('an address such as ldaps://ldap.example.org'),
  baseDn: text,
  bindDn: text.optional(),
  bindPassword: secret(text).optional(),
  filter: z
    .string()
    .refine((value) => value.startsWith('(') && value.includes('{username}'))
    .describe('a search filter in parentheses that holds {username}')
    .default('(uid={username})'),
  startTls: z.boolean().default(false),
  caFile: text.optional(),
  idAttribute: text.default('entryUUID'),
  emailAttribute: text.default('mail'),
  nameAttribute: text.default('cn'),
  groupAttribute: text.default('memberOf'),
  groups: z.record(text, text).default({}),
});

/** Signing in by the password of a directory. */
export const ldap = defineOptions({
  name: 'ldap',
  description: 'Signing in by the password of a directory.',
  options: {
    domains: option({
      schema: z
        .array(domain)
        .refine((list) => new Set(list.map((entry) => entry.domain)).size === list.length, 'every domain once')
        .describe('a list of directories, every domain once'),
      default: [],
      description:
        'Directories that people can choose as their domain. The entry is looked for with `filter` below `baseDn`, as `bindDn` or anonymously, and its password is proved by a bind. `groups` maps values of `groupAttribute` to groups here.',
      example: [
        {
          domain: 'staff',
          url: 'ldaps://ldap.example.org',
          baseDn: 'ou=people,dc=example,dc=org',
          bindDn: 'cn=latchkey,dc=example,dc=org',
          bindPassword: '…',
          groups: { 'cn=wiki-admins,ou=groups,dc=example,dc=org': 'sysop' },
        },
      ],
    }),
    timeoutMs: option({
      schema: whole(100, 60_000),
      default: 5000,
      unit: 'milliseconds',
      description: 'How long to wait for an answer of a directory.',
    }),
  },
});
