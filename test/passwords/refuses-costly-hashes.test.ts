import { expect, test } from 'vitest';
import { cheapHasher } from './test-hasher.ts';

const SALT = 'AAAAAAAAAAAAAAAAAAAAAA';
const argon2 = (parameters: string) => `:argon2:$argon2id$v=19$${parameters}$${SALT}$${'A'.repeat(43)}`;
const pbkdf2 = (rounds: number, length: number) =>
  `:pbkdf2:sha512:${rounds}:${length}:${SALT}==:${Buffer.alloc(length).toString('base64')}`;
const bcrypt = (rounds: string) => `:bcrypt:${rounds}$${'a'.repeat(22)}$${'a'.repeat(31)}`;

test.each([
  ['memory', argon2('m=262145,t=1,p=1')],
  ['memory of four gigabytes', argon2('m=4294967295,t=1,p=1')],
  ['passes', argon2('m=262144,t=5,p=1')],
  ['passes over little memory', argon2('m=8,t=4294967295,p=1')],
  ['rounds', pbkdf2(5_000_001, 64)],
  ['rounds times blocks', pbkdf2(2_500_001, 128)],
  ['bcrypt rounds', bcrypt('16')],
  ['most bcrypt rounds', bcrypt('31')],
  ['layered rounds', `:pbkdf2-legacyA:!sha512:9999999:64!!AAAA!${Buffer.alloc(64).toString('base64')}`],
])('too much %s: never matches, at once, and is reported', async (_what, stored) => {
  const hasher = cheapHasher();
  const before = performance.now();
  const { ok, unusable } = await hasher.verify('secret', stored);
  expect(performance.now() - before).toBeLessThan(500);
  expect(ok).toBe(false);
  expect(unusable?.code).toBe('too-costly');
  expect(unusable?.reason).toMatch(/asks for/);
});

test('the limits themselves are allowed', () => {
  const hasher = cheapHasher();
  for (const stored of [argon2('m=262144,t=4,p=1'), pbkdf2(5_000_000, 64), pbkdf2(2_500_000, 128), bcrypt('15')]) {
    expect(hasher.inspect(stored)).toBeNull();
  }
});

test('the limits can be set', () => {
  expect(cheapHasher({ limits: { bcryptRounds: 9 } }).inspect(bcrypt('10'))?.code).toBe('too-costly');
});
