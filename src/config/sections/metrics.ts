import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { addressRange } from '../schemas.ts';

/** Figures for monitoring. */
export const metrics = defineOptions({
  name: 'metrics',
  description: 'Figures for monitoring.',
  options: {
    enabled: option({ schema: z.boolean(), default: true, description: 'Whether `/metrics` exists.' }),
    allowedAddresses: option({
      schema: z.array(addressRange),
      default: ['127.0.0.0/8', '::1', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
      description: 'From where `/metrics` can be read; by default from this machine and private networks.',
    }),
  },
});
