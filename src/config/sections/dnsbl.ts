import { isIP } from 'node:net';
import { z } from 'zod';
import { defineOptions, option } from '../define.ts';
import { addressRange, secret, whole } from '../schemas.ts';

const LABEL = /^(?!-)[A-Za-z0-9_-]{1,63}(?<!-)$/;

/** Host names, in which `{address}` and `{key}` may stand for labels. */
const isZone = (value: string): boolean =>
  value.length <= 180 &&
  value
    .replace(/\.$/, '')
    .split('.')
    .every((label) => label === '{address}' || label === '{key}' || LABEL.test(label)) &&
  value.split('{address}').length <= 2 &&
  /[A-Za-z]/.test(value.replace(/\{\w+\}/g, ''));

const zoneName = z
  .string()
  .refine(isZone)
  .describe('a host name; {address} in it is where the address goes, by default in front');

const zoneWithKey = z
  .strictObject({
    zone: zoneName,
    key: secret(z.string().regex(LABEL).describe('letters, digits and -').optional()),
    answers: z.array(addressRange).min(1).default(['127.0.0.0/8']),
  })
  .refine(({ zone, key }) => key === undefined || zone.includes('{key}'))
  .refine(({ zone, key }) => key !== undefined || !zone.includes('{key}'))
  .describe('{"zone": host name, "key": what {key} in it stands for, "answers": ranges of answers that mean listed}');

const zone = z.union([zoneName.refine((value) => !value.includes('{key}')), zoneWithKey]);

const isServer = (value: string): boolean => {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(value);
  const [host, port] = bracketed ? [bracketed[1], bracketed[2]] : isIP(value) === 6 ? [value] : value.split(':');
  const family = isIP(host ?? '');
  if (family === 0 || (bracketed && family !== 6) || (!bracketed && value.split(':').length > 2 && family !== 6)) {
    return false;
  }
  return port === undefined || (/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) <= 65_535);
};

const server = z.string().refine(isServer).describe('an IP address with or without a port: 192.0.2.53:53, [::1]:53');

/** Lists of addresses that are asked by DNS. */
export const dnsbl = defineOptions({
  name: 'dnsbl',
  description: 'Lists of addresses, asked by DNS, from which no accounts can be created.',
  options: {
    zones: option({
      schema: z.array(zone).describe('a list of host names, or of {"zone", "key", "answers"}'),
      default: [],
      description:
        'Lists to ask, as a host name or with a key that the operator of the list gave out. The address goes in front of the name in reverse, or to where `{address}` stands in it, and the key to where `{key}` stands. An answer in `answers`, by default any in 127.0.0.0/8, means that the address is listed; those in 127.255.255.0/24 tell that the list refuses to answer. Empty = no list is asked.',
      example: [
        'dnsbl.example.org',
        { zone: '{key}.{address}.dnsbl.example.net', key: 'your-key', answers: ['127.0.0.2'] },
      ],
    }),
    servers: option({
      schema: z.array(server),
      default: [],
      description: 'Name servers to ask; empty = those of the system.',
      example: ['192.0.2.53:53'],
    }),
    timeoutMs: option({
      schema: whole(50, 30_000),
      default: 2000,
      unit: 'milliseconds',
      description: 'How long all lists together may take. When they do not answer, accounts can be created.',
    }),
    cache: {
      listedSeconds: option({
        schema: whole(0, 86_400),
        default: 3600,
        unit: 'seconds',
        description: 'How long it is remembered that an address is listed; less when the list says so. 0 = not at all.',
      }),
      unlistedSeconds: option({
        schema: whole(0, 86_400),
        default: 300,
        unit: 'seconds',
        description: 'How long it is remembered that an address is not listed. 0 = not at all.',
      }),
      addresses: option({
        schema: whole(1, 1_000_000),
        default: 10_000,
        description: 'How many addresses are remembered; then the oldest are forgotten.',
      }),
    },
    allowedAddresses: option({
      schema: z.array(addressRange),
      default: [],
      description: 'Addresses and ranges that are never looked for.',
      example: ['192.0.2.0/24'],
    }),
  },
});
