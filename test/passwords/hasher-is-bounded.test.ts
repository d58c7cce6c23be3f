import { expect, test } from 'vitest';
import { BusyError } from '../../src/passwords/busy-error.ts';
import { createHasher, defaultConcurrency } from '../../src/passwords/hasher.ts';

test('a flood of sign-ins gets busy errors, not a growing queue', async () => {
  const hasher = createHasher({ choice: { format: 'pbkdf2' }, concurrency: 2, queueLimit: 3 });
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => hasher.verify('x', null)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(BusyError);
  expect(hasher.stats()).toMatchObject({ running: 0, queued: 0, completed: 5, refused: 15 });
});

test('the event loop stays free while hashes are computed', async () => {
  const hasher = createHasher({ choice: { format: 'argon2id', memoryKiB: 65_536, iterations: 4 }, concurrency: 1 });
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await hasher.verify('x', null);
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(5);
});

test('a closed hasher is busy', async () => {
  const hasher = createHasher({ choice: { format: 'pbkdf2' } });
  const last = hasher.hash('x');
  await hasher.close();
  expect(await last).toMatch(/^:pbkdf2:/);
  await expect(hasher.verify('x', null)).rejects.toBeInstanceOf(BusyError);
});

test.each([
  [1, undefined, 1],
  [2, undefined, 2],
  [4, undefined, 3],
  [64, undefined, 3],
  [8, '16', 8],
  [8, '1', 1],
  [8, 'nonsense', 3],
])('with %i cores and a pool of %s, %i hashes at once', (cores, pool, expected) => {
  expect(defaultConcurrency(cores, pool ?? '')).toBe(expected);
});
