import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { mailAddress, secret, text, whole } from '../schemas.ts';

const smtpUrl = z
  .string()
  .regex(/^smtps?:\/\/[^\s/]+(?:\/[^\s]*)?$/)
  .describe('an address such as smtp://user:password@mail.example.org:587');

const server = z.strictObject({
  host: text,
  port: whole(1, 65535).optional(),
  secure: z.boolean().optional(),
  user: text.optional(),
  password: secret(text).optional(),
  startTls: z.enum(['required', 'optional', 'off']).optional(),
});

/** Outgoing mail. */
export const mail = defineOptions({
  name: 'mail',
  description: 'Outgoing mail.',
  options: {
    enabled: option({
      schema: z.boolean(),
      default: true,
      description: 'Whether mail is sent at all; without it nothing asks for a mail address.',
    }),
    from: option({
      schema: mailAddress.nullable(),
      default: null,
      description: 'Sender of all mail; when it is left out, `no-reply@` and the host of the site.',
      example: 'Latchkey <wiki@example.org>',
    }),
    transport: option({
      schema: z.union([smtpUrl, server]).nullable(),
      default: null,
      description: 'Mail server, as an address or in parts; without one, mail is written to files in the outbox.',
      example: { host: 'mail.example.org', port: 587, user: 'latchkey', password: '…', startTls: 'required' },
    }),
    outbox: option({
      schema: text.nullable(),
      default: null,
      description: 'Folder of the mail files; when it is left out, `outbox` in the data folder.',
    }),
    noticePasswordChange: option({
      schema: z.boolean(),
      default: true,
      description: 'Whether the owner of an account is told by mail that its password was changed.',
    }),
    retrySeconds: option({
      schema: z.array(whole(1)),
      default: [30, 120, 600, 3600],
      unit: 'seconds',
      description: 'How long to wait before each further attempt to send a mail that the server did not take.',
    }),
  },
});
