import { expect, test } from 'vitest';
import type { HashChoice } from '../../src/passwords/formats/registry.ts';
import { createHasher } from '../../src/passwords/hasher.ts';

const choices: [HashChoice, RegExp][] = [
  [{ format: 'argon2id' }, /^:argon2:\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/],
  [{ format: 'pbkdf2' }, /^:pbkdf2:sha512:30000:64:[A-Za-z0-9+/]{22}==:[A-Za-z0-9+/]{86}==$/],
  [{ format: 'bcrypt', rounds: 4 }, /^:bcrypt:4\$[./A-Za-z0-9]{22}\$[./A-Za-z0-9]{31}$/],
];

test.each(choices)('%o is stored in the form of MediaWiki and verifies', async (choice, form) => {
  const hasher = createHasher({ choice });
  const stored = await hasher.hash('Grüße ☃');
  expect(stored).toMatch(form);
  expect(await hasher.verify('Grüße ☃', stored)).toEqual({ ok: true, needsUpgrade: false });
  expect((await hasher.verify('Grusse ☃', stored)).ok).toBe(false);
});

test.each(choices)('%o has a new salt each time', async (choice) => {
  const hasher = createHasher({ choice });
  expect(await hasher.hash('same')).not.toBe(await hasher.hash('same'));
});

test.each<HashChoice>([
  { format: 'argon2id', memoryKiB: 1 },
  { format: 'argon2id', iterations: 0 },
  { format: 'argon2id', memoryKiB: 1_000_000 },
  { format: 'pbkdf2', algorithm: 'nonsense' },
  { format: 'pbkdf2', rounds: 0 },
  { format: 'pbkdf2', rounds: 6_000_000 },
  { format: 'bcrypt', rounds: 3 },
  { format: 'bcrypt', rounds: 16 },
])('%o cannot be chosen', (choice) => {
  expect(() => createHasher({ choice })).toThrow(RangeError);
});
