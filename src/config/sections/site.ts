import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { text } from '../schemas.ts';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** What the site is called and how it presents itself. */
export const site = defineOptions({
  name: 'site',
  description: 'What the site is called and how it presents itself.',
  options: {
    name: option({
      schema: text,
      default: 'Latchkey',
      description: 'Name of the site in pages, mails and `siteinfo`.',
    }),
    wikiId: option({
      schema: z
        .string()
        .regex(/^[A-Za-z0-9_-]+$/)
        .describe('letters, digits, _ and -'),
      default: 'latchkey',
      description: 'Identifier of the site for programs (`wikiid` of `siteinfo`).',
    }),
    language: option({
      schema: z
        .string()
        .regex(/^[a-z]{2,}(?:-[a-z0-9]+)*$/)
        .describe('a language code such as en or pt-br'),
      default: 'en',
      description: 'Language of the site for everybody who has chosen none.',
    }),
    metaNamespace: option({
      schema: z
        .string()
        .regex(/^[^\s:#<>[\]|{}/]+$/)
        .describe('a namespace name with _ for spaces'),
      default: 'Project',
      description: 'Name of the project namespace.',
    }),
    timezone: option({
      schema: z.string().refine(isTimeZone).describe('a time zone such as Europe/Prague'),
      default: 'UTC',
      description: 'Time zone of times in pages and mails.',
      example: 'Europe/Prague',
    }),
    readOnly: option({
      schema: text.nullable(),
      default: null,
      description:
        'A reason switches the site to read-only: nobody can create or change anything, and all see the reason.',
      example: 'The database moves until 14:00.',
    }),
  },
});
