import { describe, expect, test } from 'vitest';
import * as ip from '../../src/base/ip.ts';

const mapped = (tail: string) => `00000000000000000000ffff${tail}`;

test.each(['1.2.3.4', '001.02.3.255', '::', '::1', '1::', '1:2:3:4:5:6:7::', '2001:DB8::a', '1:2:3:4:5:6:7:8'])(
  '%s is an address',
  (text) => {
    expect(ip.isIp(text)).toBe(true);
  },
);

test.each([
  '',
  '1.2.3',
  '1.2.3.256',
  '1.2.3.4.5',
  '1.2.3.0001',
  '1..2.3',
  '1.2.3.4 ',
  '1.2.3.4/24',
  ':',
  ':::',
  '1:2',
  '1::2::3',
  '12345::',
  'g::',
  '1:2:3:4:5:6:7:8::',
  '::ffff:1.2.3.4',
  'fe80::1%eth0',
])('%j is no plain address', (text) => {
  expect(ip.isIp(text)).toBe(false);
});

test('addresses have one spelling', () => {
  expect(ip.normaliseIp('010.001.000.09')).toBe('10.1.0.9');
  expect(ip.normaliseIp('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(ip.normaliseIp('2001:0db8::00ab')).toBe('2001:DB8:0:0:0:0:0:AB');
  expect(ip.normaliseIp('fe80::1%eth0')).toBe('FE80:0:0:0:0:0:0:1');
  expect(ip.normaliseIp('example')).toBeNull();
});

test('display form keeps a prefix length and leaves other text', () => {
  expect(ip.sanitiseIp(' 001.2.3.4/24 ')).toBe('1.2.3.4/24');
  expect(ip.sanitiseIp('::/64')).toBe('0:0:0:0:0:0:0:0/64');
  expect(ip.sanitiseIp('1.2.3.4/33')).toBe('1.2.3.4/33');
  expect(ip.sanitiseIp('a\ufeff')).toBe('a\ufeff');
});

test('hex and back', () => {
  expect(ip.ipToHex('1.2.3.255')).toBe(mapped('010203ff'));
  expect(ip.ipToHex('2001:db8::1')).toBe('20010db8000000000000000000000001');
  for (const text of ['1.2.3.255', '255.255.255.255', '2001:DB8:0:0:0:0:0:1']) {
    expect(ip.hexToIp(ip.ipToHex(text) ?? '')).toBe(text);
  }
});

describe('ranges', () => {
  test.each([
    ['10.1.2.3/8', mapped('0a000000'), mapped('0affffff')],
    ['1.2.3.4/31', mapped('01020304'), mapped('01020305')],
    ['0.0.0.0/0', mapped('00000000'), mapped('ffffffff')],
    ['1.2.3.4', mapped('01020304'), mapped('01020304')],
    ['1.2.3.4 - 1.2.3.9', mapped('01020304'), mapped('01020309')],
    ['2001:db8::5/33', '20010db8000000000000000000000000', '20010db87fffffffffffffffffffffff'],
    ['::/0', '0'.repeat(32), 'f'.repeat(32)],
  ])('%s has bounds', (range, start, end) => {
    expect(ip.rangeBounds(range)).toEqual({ start, end });
  });

  test.each(['1.2.3.4/33', '1.2.3.4/', '1.2.3.4/08', '::/129', '1.2.3.9-1.2.3.4', '1.2.3.4-::1', 'x/8', '1.2.3.4/8/8'])(
    '%s is no range',
    (range) => {
      expect(ip.isRange(range)).toBe(false);
      expect(ip.inRange('1.2.3.4', range)).toBe(false);
    },
  );

  test('a single address is no range', () => expect(ip.isRange('1.2.3.4')).toBe(false));

  test('an address lies in its ranges, whatever its spelling, and families stay apart', () => {
    expect(ip.inRange('::ffff:10.9.8.7', '10.0.0.0/8')).toBe(true);
    expect(ip.inRange('11.0.0.0', '10.0.0.0/8')).toBe(false);
    expect(ip.inRange('2001:db8::1', '2001:0DB8::/32')).toBe(true);
    expect(ip.inRange('10.0.0.1', '::/0')).toBe(false);
    expect(ip.inRange('::1', '0.0.0.0/0')).toBe(false);
  });

  test('a matcher covers all its ranges and refuses a malformed one', () => {
    const match = ip.rangeMatcher(['127.0.0.1', ' 10.0.0.0/8', '::1']);
    expect(['127.0.0.1', '10.2.3.4', '::1', '127.0.0.2', 'x'].map(match)).toEqual([true, true, true, false, false]);
    expect(() => ip.rangeMatcher(['10.0.0.0/8', '10.0.0.0/99'])).toThrow('10.0.0.0/99');
  });
});

test('throttles count IPv4 whole and IPv6 by /64', () => {
  expect(ip.throttleKey('::ffff:1.2.3.4')).toBe('1.2.3.4');
  expect(ip.throttleKey('2001:db8:1:2:3::4')).toBe('2001:DB8:1:2:0:0:0:0/64');
  expect(ip.throttleKey('2001:db8:1:2:ffff::')).toBe(ip.throttleKey('2001:db8:1:2::1'));
  expect(ip.throttleKey('2001:db8:1:3::')).not.toBe(ip.throttleKey('2001:db8:1:2::'));
});

test('loopback', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(ip.isLoopback)).toBe(true);
  expect(['128.0.0.1', '::2', 'localhost', '0.0.0.0'].some(ip.isLoopback)).toBe(false);
});
