import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { whole } from '../schemas.ts';

/** Cookies, and how long a sign-in lasts. */
export const sessions = defineOptions({
  name: 'sessions',
  description: 'Cookies, and how long a sign-in lasts.',
  options: {
    cookiePrefix: option({
      schema: z
        .string()
        .regex(/^[A-Za-z0-9_-]+$/)
        .describe('letters, digits, _ and -'),
      default: 'latchkey',
      description: 'What the names of all cookies begin with.',
    }),
    cookieDomain: option({
      schema: z
        .string()
        .regex(/^\.?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/)
        .describe('a domain')
        .nullable(),
      default: null,
      description: 'Domain of the cookies; when it is left out, they go to this host alone.',
      example: 'example.org',
    }),
    sameSite: option({
      schema: z.enum(['Lax', 'Strict', 'None', '']),
      default: 'Lax',
      description: '`SameSite` attribute of the cookies; empty = none is sent.',
    }),
    secure: option({
      schema: z.union([z.literal('auto'), z.boolean()]),
      default: 'auto',
      description: 'Whether cookies are sent over https only; `auto` = when the request came over https.',
    }),
    idleSeconds: option({
      schema: whole(1),
      default: 3600,
      unit: 'seconds',
      description: 'How long a session lasts without a request.',
    }),
    absoluteSeconds: option({
      schema: whole(1),
      default: 2_592_000,
      unit: 'seconds',
      description: 'How long a session lasts at most.',
    }),
    rememberDays: option({
      schema: whole(1),
      default: 180,
      unit: 'days',
      description: 'How long people stay signed in who asked for it.',
    }),
    nameCookieDays: option({
      schema: whole(0),
      default: 30,
      unit: 'days',
      description: 'How long the browser keeps the name for the next sign-in.',
    }),
    reauthenticateSeconds: option({
      schema: whole(0),
      default: 3600,
      unit: 'seconds',
      description: 'How old a sign-in may be for changes of credentials.',
    }),
    endAllOnPasswordChange: option({
      schema: z.boolean(),
      default: true,
      description: 'Whether a changed password ends all other sessions of the account.',
    }),
    endRememberedOnLogout: option({
      schema: z.boolean(),
      default: true,
      description: 'Whether signing out also ends the remembered sign-in of that browser.',
    }),
    botMayChangePassword: option({
      schema: z.boolean(),
      default: false,
      description: 'Whether a program signed in with a bot password may change credentials of the account.',
    }),
  },
});
