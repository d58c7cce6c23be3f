import { expect, test } from 'vitest';
import { createMemoryVolatile } from '../../src/storage/volatile/memory.ts';

test('expired entries in memory go away through later writes alone', async () => {
  const clock = { time: 0, now: () => clock.time };
  const store = createMemoryVolatile({ clock });
  for (let i = 0; i < 5_000; i++) await store.set(`a:${i}`, 'x', 100);
  clock.time = 200;
  for (let i = 0; i < 2_000; i++) await store.set(`b:${i}`, 'x', 100);
  // Looked at from before they expired: a clock set back would show what is still held.
  clock.time = 50;
  let held = 0;
  for (let i = 0; i < 5_000; i++) if (await store.get(`a:${i}`)) held++;
  expect(held).toBe(0);
  expect(await store.get('b:1999')).toBe('x');
});
