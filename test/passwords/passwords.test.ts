import { expect, test } from 'vitest';
import { createPasswords } from '../../src/passwords/passwords.ts';
import { DEFAULT_POLICIES_139 } from '../../src/passwords/policy/defaults.ts';

const passwords = createPasswords({
  choice: { format: 'pbkdf2', rounds: 1 },
  policies: DEFAULT_POLICIES_139,
});

test('a candidate is held against the policy of its groups', async () => {
  const candidate = { name: 'Zebra', password: 'nine-char' };
  expect((await passwords.check({ ...candidate, groups: ['*', 'user'] })).validity).toBe('Good');
  const status = await passwords.check({ ...candidate, groups: ['*', 'user', 'sysop'] });
  expect(status.failures.map(({ message }) => message)).toEqual([{ key: 'passwordtooshort', params: [10] }]);
});

test('what it hashes it verifies', async () => {
  expect((await passwords.verify('secret', await passwords.hash('secret'))).ok).toBe(true);
});
