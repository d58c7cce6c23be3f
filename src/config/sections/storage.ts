import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { text } from '../schemas.ts';

/** Where accounts and sessions are kept. */
export const storage = defineOptions({
  name: 'storage',
  description: 'Where accounts and sessions are kept.',
  options: {
    driver: option({
      schema: z.enum(['sqlite', 'memory']),
      default: 'sqlite',
      description: 'Kind of database; `memory` forgets everything when the server stops.',
    }),
    url: option({
      schema: text.nullable(),
      default: null,
      description: 'The database file; when it is left out, `latchkey.sqlite` in the data folder.',
    }),
    volatile: {
      driver: option({
        schema: z.enum(['auto', 'memory']),
        default: 'auto',
        description:
          'Where sessions and counters are kept; `auto` = in memory and saved beside the database, `memory` = in memory alone.',
      }),
    },
  },
});
