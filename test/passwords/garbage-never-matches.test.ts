import { expect, test } from 'vitest';
import { mediaWikiHashes } from './mediawiki-hashes.ts';
import { cheapHasher } from './test-hasher.ts';

const hasher = cheapHasher({ limits: { argon2MemoryKiB: 65_536 } });

/** A repeatable source of numbers below `n` (mulberry32). */
function numbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const ODD = [':', '!', '$', '=', '+', '/', '.', ',', '-', '0', '9', 'A', 'z', '\0', '\n', ' ', 'é', '☃', '\ud800', '%'];

test('texts made of the pieces of hashes neither match nor throw', async () => {
  const next = numbers(1);
  const pieces = [
    ...ODD,
    'argon2',
    'pbkdf2',
    'bcrypt',
    'pbkdf2-legacyA',
    'A',
    'B',
    'sha512',
    '$argon2id$v=19$m=8,t=1,p=1$',
  ];
  for (let round = 0; round < 2000; round++) {
    const stored = `:${Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join('')}`;
    expect((await hasher.verify('correct horse', stored, { userId: 1 })).ok, JSON.stringify(stored)).toBe(false);
  }
});

test('damaged hashes neither match nor throw', async () => {
  const next = numbers(2);
  const cheap = mediaWikiHashes.filter(([kind]) => /md5|A with|sha1/.test(kind));
  for (let round = 0; round < 2000; round++) {
    const [, password, stored] = cheap[next(cheap.length)]!;
    const at = next(stored.length);
    const damaged =
      next(2) === 0 ? stored.slice(0, at) : stored.slice(0, at) + ODD[next(ODD.length)] + stored.slice(at + 1);
    if (damaged === stored) continue;
    expect((await hasher.verify(password, damaged)).ok, JSON.stringify(damaged)).toBe(false);
  }
});

test('costly hashes cut at any place neither match nor throw', async () => {
  for (const [, password, stored] of mediaWikiHashes.filter(([kind]) => /argon2|bcrypt|layer|legacy/.test(kind))) {
    for (let end = 0; end < stored.length; end += 3) {
      expect((await hasher.verify(password, stored.slice(0, end))).ok).toBe(false);
    }
  }
});

test.each([
  ['no password', null, 'no-password'],
  ['an empty text', '', 'no-password'],
  ['no container', 'plain text', 'unknown-format'],
  ['a format that is not known', ':scrypt:abc', 'unknown-format'],
  ['a name that every object has', ':constructor:abc', 'unknown-format'],
  ['a body that does not fit', ':pbkdf2:sha512:30000:64:only', 'malformed'],
  ['a digest that does not exist', ':pbkdf2:sha513:1:4:AAAA:AAAAAA==', 'malformed'],
  ['a hash of another length', ':pbkdf2:sha512:1:64:AAAA:AAAAAA==', 'malformed'],
  ['no rounds', ':pbkdf2:sha512:0:4:AAAA:AAAAAA==', 'malformed'],
  ['a very long text', `:A:${'a'.repeat(100_000)}`, 'malformed'],
])('%s is reported', async (_what, stored, code) => {
  expect(hasher.inspect(stored)?.code).toBe(code);
  expect(await hasher.verify('', stored)).toMatchObject({ ok: false, needsUpgrade: false, unusable: { code } });
});

test('every kind of odd password is taken', async () => {
  for (const password of ['', '\0', 'a\0b', '\ud800', '☃'.repeat(500), ' ', '\r\n', ':A:x']) {
    const stored = await hasher.hash(password);
    expect((await hasher.verify(password, stored)).ok).toBe(true);
    expect((await hasher.verify(`${password}x`, stored)).ok).toBe(false);
  }
});
