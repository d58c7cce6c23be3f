import { expect, test } from 'vitest';
import { nameStatus } from '../../src/accounts/names/index.ts';

/** What somebody types, what it may do, and the canonical name: as a MediaWiki 1.39 with default settings answers. */
const facts: [typed: string, status: string, name: string | null][] = [
  ['1.2.3.4', 'invalid', null],
  ['001.002.003.004', 'invalid', null],
  ['300.300.300.300', 'invalid', null],
  ['999.1.1.1', 'invalid', null],
  ['1.2.3.xxx', 'invalid', null],
  ['1.2.3.xxxx', 'creatable', '1.2.3.xxxx'],
  ['1.2.3', 'creatable', '1.2.3'],
  ['1.2.3.4.5', 'creatable', '1.2.3.4.5'],
  ['1.2.3.1234', 'creatable', '1.2.3.1234'],
  ['1.2.3.4/24', 'invalid', null],
  ['1.2.3.4-1.2.3.9', 'creatable', '1.2.3.4-1.2.3.9'],
  ['a1.2.3.4', 'creatable', 'A1.2.3.4'],
  ['1.2.3.4a', 'creatable', '1.2.3.4a'],
  ['::1', 'invalid', null],
  ['::', 'invalid', null],
  ['2001:db8::1', 'invalid', null],
  ['2001:0DB8::1', 'invalid', null],
  ['fe80::1%eth0', 'uncreatable', 'Fe80::1%eth0'],
  ['2001:db8::/32', 'invalid', null],
  ['1:2:3:4:5:6:7:8', 'invalid', null],
  ['1:2:3:4:5:6:7', 'uncreatable', '1:2:3:4:5:6:7'],
  ['1:2:3:4:5:6:7:8:9', 'uncreatable', '1:2:3:4:5:6:7:8:9'],
  ['0:0:0:0:0:ffff:1.2.3.4', 'uncreatable', '0:0:0:0:0:ffff:1.2.3.4'],
  ['user:1.2.3.4', 'invalid', null],
  ['1::', 'invalid', null],
  ['1.2.3.XXX', 'creatable', '1.2.3.XXX'],
  ['user:2001:db8::1', 'invalid', null],
];

test.each(facts)('refuses what looks like an address: %j is %s', (typed, status, name) => {
  expect(nameStatus(typed)).toEqual({ status, name });
});
