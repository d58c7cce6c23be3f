import { expect, test } from 'vitest';
import { decodeBase32, encodeBase32 } from '../../src/base/base32.ts';
import { equalConstantTime, hmacSha256Hex, sha256Hex } from '../../src/base/digest.ts';
import { randomBase32Hex, randomHex } from '../../src/base/random.ts';

const ascii = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

test.each([
  ['', ''],
  ['f', 'MY======'],
  ['fo', 'MZXQ===='],
  ['foo', 'MZXW6==='],
  ['foob', 'MZXW6YQ='],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI======'],
])('base32 of %j is %s (RFC 4648)', (text, encoded) => {
  expect(encodeBase32(ascii(text))).toBe(encoded);
  expect(encodeBase32(ascii(text), false)).toBe(encoded.replace(/=/g, ''));
  expect(decodeBase32(encoded)).toEqual(ascii(text));
});

test('base32 is read as people type it, and nothing else is', () => {
  expect(decodeBase32('mzxw 6ytb-oi')).toEqual(ascii('foobar'));
  expect(['1', 'M', 'MZX', 'MZ=W', 'MZXW6Y0B', 'é'].map(decodeBase32)).toEqual([null, null, null, null, null, null]);
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect(decodeBase32(encodeBase32(all))).toEqual(all);
});

test('digests', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hmacSha256Hex('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  expect(equalConstantTime('secret', 'secret')).toBe(true);
  expect([equalConstantTime('secret', 'secre'), equalConstantTime('', 'x'), equalConstantTime('é', 'e')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('random texts have the asked length and use every letter about equally', () => {
  expect(randomHex(16)).toMatch(/^[0-9a-f]{32}$/);
  expect(randomHex(16)).not.toBe(randomHex(16));
  const text = randomBase32Hex(64_000);
  expect(text).toMatch(/^[0-9a-v]{64000}$/);
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  expect(counts.size).toBe(32);
  for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(400);
});
