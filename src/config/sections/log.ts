import { z } from 'zod';
import { defineOptions, option } from '../define.ts';

/** What the server writes about its work. */
export const log = defineOptions({
  name: 'log',
  description: 'What the server writes about its work.',
  options: {
    level: option({
      schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
      default: 'info',
      description: 'Least important kind of entry that is written.',
    }),
    format: option({
      schema: z.enum(['auto', 'json', 'text']),
      default: 'auto',
      description: 'Form of the entries; `auto` = text in a terminal, JSON elsewhere.',
    }),
  },
});
