import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { addressRange, httpUrl, sitePath, text, whole } from '../schemas.ts';

/** Where the server listens and under which addresses it is seen. */
export const http = defineOptions({
  name: 'http',
  description: 'Where the server listens and under which addresses it is seen.',
  options: {
    host: option({ schema: text, default: '127.0.0.1', description: 'Address to listen on.', example: '0.0.0.0' }),
    port: option({
      schema: whole(0, 65535),
      default: 8080,
      description: 'Port to listen on; 0 takes any free one.',
    }),
    publicUrl: option({
      schema: httpUrl.nullable(),
      default: null,
      description:
        'Address of the site as people see it, without a path; when it is left out, the listening address is used.',
      example: 'https://wiki.example.org',
    }),
    trustedProxies: option({
      schema: z.array(addressRange),
      default: [],
      description: 'Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.',
      example: ['127.0.0.1', '10.0.0.0/8'],
    }),
    bodyLimitBytes: option({
      schema: whole(1024),
      default: 2_097_152,
      unit: 'bytes',
      description: 'Largest request body that is read.',
    }),
    scriptPath: option({
      schema: sitePath,
      default: '/w',
      description: 'Path under which `api.php` and `index.php` stand.',
    }),
    articlePath: option({
      schema: z
        .string()
        .regex(/^\/[^\s?#]*\$1$/)
        .describe('a path that ends with $1'),
      default: '/wiki/$1',
      description: 'Path of pages; `$1` stands for the title.',
    }),
    requestTimeoutMs: option({
      schema: whole(1000),
      default: 30_000,
      unit: 'milliseconds',
      description: 'How long a client may take to send its request.',
    }),
    shutdownTimeoutMs: option({
      schema: whole(0),
      default: 10_000,
      unit: 'milliseconds',
      description: 'How long running requests may take to end when the server stops.',
    }),
  },
});
