import type { Jar } from '../wire/jar.ts';
import type { Fields } from './api-request.ts';
import type { Random } from './random.ts';
import { nasty } from './values.ts';

const NAMES = [
  'X-Forwarded-For',
  'X-Forwarded-Proto',
  'X-Forwarded-Host',
  'X-Request-Id',
  'Origin',
  'Referer',
  'Accept-Language',
  'Accept-Encoding',
  'Accept',
  'If-None-Match',
  'If-Modified-Since',
  'Range',
  'Authorization',
  'Treat-As-Untrusted',
  'Promise-Non-Write-API-Action',
  'Api-User-Agent',
  'User-Agent',
  'Access-Control-Request-Method',
  'Access-Control-Request-Headers',
  'Cache-Control',
  'Content-Language',
];

/** No control characters: Node refuses the whole request for them, which the raw requests try. */
const oneLine = (bytes: string): string => bytes.replace(/[\0-\x1f\x7f]/g, ' ').slice(0, 3000);

/** Cookies of a client, now and then spoilt. Null: none. */
function cookieHeader(jar: Jar, random: Random): string | null {
  const cookie = jar.header();
  if (!random.chance(0.1)) return cookie;
  const parts = (cookie ?? '').split('; ');
  const at = random.int(parts.length);
  const part = parts[at] ?? '';
  const name = part.split('=')[0];
  const changed = [
    `${name}=${oneLine(nasty(random))}`,
    `${part}x`,
    part.slice(0, -3),
    `${part}; ${name}=1`,
    '=',
    ';;;=;',
  ];
  parts[at] = random.pick(changed);
  return parts.join('; ');
}

/** Headers of a request of this client. */
export function headersFor(jar: Jar, random: Random): Fields {
  const headers: Fields = [];
  const cookie = cookieHeader(jar, random);
  if (cookie !== null && cookie !== '') headers.push(['Cookie', cookie]);
  if (random.chance(0.15)) {
    for (let times = 1 + random.int(3); times > 0; times--) {
      headers.push([
        random.pick(NAMES),
        oneLine(
          random.chance(0.5)
            ? nasty(random)
            : random.pick(['gzip', '*', '1', '1.2.3.4, 5.6.7.8', 'https', 'en-GB,en;q=0.5,*;q=x']),
        ),
      ]);
    }
  }
  return headers;
}
