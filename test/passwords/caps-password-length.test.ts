import { expect, test } from 'vitest';
import { cheapHasher } from './test-hasher.ts';

test('the longest password has 4096 bytes', async () => {
  const hasher = cheapHasher();
  const stored = await hasher.hash('é'.repeat(2048));
  expect((await hasher.verify('é'.repeat(2048), stored)).ok).toBe(true);
  await expect(hasher.hash(`${'é'.repeat(2048)}x`)).rejects.toThrow(RangeError);
});

test('a longer one never matches and is not hashed', async () => {
  const hasher = cheapHasher({ maxPasswordBytes: 8 });
  const stored = await hasher.hash('12345678');
  expect(await hasher.verify('123456789', stored)).toEqual({ ok: false, needsUpgrade: false });
  expect((await hasher.verify('x'.repeat(10_000_000), stored)).ok).toBe(false);
  expect(hasher.stats().completed).toBe(1);
});

test('what counts is the normalised text', async () => {
  const hasher = cheapHasher({ maxPasswordBytes: 8 });
  const stored = await hasher.hash('\u00e9'.repeat(4));
  expect((await hasher.verify('e\u0301'.repeat(4), stored)).ok).toBe(true);
});
