import { utf8 } from '../wire/request.ts';
import type { ParamInfo } from './catalogue.ts';
import type { Random } from './random.ts';

/** What values are made from beside chance. */
export interface Known {
  /** Accounts that exist. */
  readonly names: readonly string[];
  /** Tokens that are good at this moment, by type. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly password: string;
}

/** Values that have broken programs before. Text with one character for each byte. */
const NASTY: readonly string[] = [
  ...['', '0', '-0', '-1', '1', '1e309', 'NaN', 'Infinity', '0x10', '00', '1.5', '9'.repeat(30), `-${'9'.repeat(30)}`],
  ...['null', 'undefined', 'true', '[]', '{}', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'prototype'],
  ...["' OR 1=1 --", '";', '<script>alert(1)</script>', '{{int:x}}', '$1', '$&', '\\', '%00', '%', '%zz', '+', '+\\'],
  ...['|', '||', 'a|b|c', '|'.repeat(600), 'x|'.repeat(600), ':', '#', '#1', '#0', '#99999999999999999999', '#-1'],
  ...['../../../etc/passwd', 'http://example.org/', 'javascript:alert(1)', '//host', 'http://[', 'a@b', 'a@b.example'],
  ...['127.0.0.1', '1.2.3.4/16', '1.2.3.4/0', '::1', '2001:db8::/32', 'fe80::1%eth0', '1.2.3.256', '::ffff:1.2.3.4'],
  ...[
    'infinity',
    'never',
    '1 day',
    '+1 week',
    'yesterday',
    '2099-01-01T00:00:00Z',
    '19700101000000',
    'now',
    '0000-00-00',
  ],
  ...['99999999999999', '-62135596801', '253402300800', '2024-02-30T25:61:61Z', '1 fortnight', '10000000000 years'],
  ...[
    'User:Admin',
    'user_talk:x',
    'Special:UserLogin',
    '_',
    ' ',
    '\t\n\r',
    '\0',
    'a\0b',
    '\x1f',
    '\x1fa\x1fb',
    '\x1f\x1f',
  ],
  ...['<', '>', '&', '&amp;', '"', "'", ']]>', '<!--', '\x01\x02\x03', '\x7f', '\xff\xfe', '\xc0\x80', '\xed\xa0\x80'],
  ...[
    '\xf4\x90\x80\x80',
    '\xe2\x82',
    '\xf0\x9f',
    '\xef\xbf\xbe',
    '\xef\xbb\xbfbom',
    'A'.repeat(10_000),
    'ab'.repeat(300),
  ],
  ...[
    'e\u0301',
    'e\u0301'.repeat(200),
    '\u0130',
    'ſ',
    'ß',
    'ﬀ',
    '\u202eabc',
    '\u200b',
    '\ufeff',
    '😀',
    '😀'.repeat(70),
  ].map(utf8),
  ...[
    '日本語',
    'Ünï',
    '\u0300\u0301\u0302',
    '\ufffd',
    '\u2028',
    '\u{10ffff}',
    'क्षि',
    '한글',
    'a'.repeat(255),
    'é'.repeat(128),
  ].map(utf8),
];

/** Something that nobody expects. */
export function nasty(random: Random): string {
  const kind = random.int(10);
  if (kind < 7) return random.pick(NASTY);
  if (kind < 8) return random.bytes(random.int(40));
  if (kind < 9) return random.pick(NASTY) + random.pick(NASTY);
  return random.pick(NASTY).repeat(random.int(4)).slice(0, 20_000);
}

/** Values that a parameter of this type could have, mostly. */
function one(type: string, param: ParamInfo, random: Random, known: Known): string {
  switch (type) {
    case 'boolean':
      return random.pick(['', '1', 'true']);
    case 'integer':
      return String(random.pick([param.min ?? 0, param.max ?? 5, (param.max ?? 10) + 1, random.int(20), -1]));
    case 'limit':
      return random.pick(['max', '1', '5', String(param.max ?? 500), String((param.highmax ?? 5000) + 1)]);
    case 'user':
      return random.pick([...known.names, 'Nobody Of That Name', '#1', '127.0.0.1', '10.0.0.0/24']);
    case 'timestamp':
      return random.pick(['2024-01-01T00:00:00Z', '20240101000000', 'now', '1704067200', '0']);
    case 'expiry':
      return random.pick(['infinite', '1 day', '2099-01-01T00:00:00Z', 'never', 'indefinite']);
    case 'namespace':
      return random.pick(['0', '1', '2', '*']);
    case 'title':
      return random.pick(['Main Page', ...known.names.map((name) => `User:${name}`)]);
    case 'password':
      return random.pick([known.password, 'wrong', 'another-Good-Passw0rd']);
    default:
      return random.pick([
        ...known.names,
        known.password,
        'text',
        'en',
        'ja',
        'http://example.org/',
        'mail@example.org',
        '1',
      ]);
  }
}

/** A value for a parameter: mostly what its declaration allows, now and then anything. Bytes. */
export function valueFor(param: ParamInfo, random: Random, known: Known): string {
  if (param.tokentype !== undefined) {
    const token = known.tokens[param.tokentype] ?? '';
    return random.chance(0.85) ? token : random.pick([nasty(random), `${token}x`, token.slice(1), '+\\']);
  }
  if (random.chance(0.15)) return nasty(random);
  const { type } = param;
  const single = (): string => (typeof type === 'string' ? utf8(one(type, param, random, known)) : random.pick(type));
  if (!param.multi) return single();
  const count = random.pick([1, 1, 2, 3, 60]);
  const values = Array.from({ length: count }, single);
  const text = values.join(random.chance(0.1) ? '\x1f' : '|');
  return text.includes('\x1f') && random.chance(0.8) ? `\x1f${text}` : random.chance(0.05) ? '*' : text;
}
