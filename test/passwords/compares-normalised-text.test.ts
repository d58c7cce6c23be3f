import { expect, test } from 'vitest';
import { cheapHasher } from './test-hasher.ts';

test('composed and decomposed characters are the same password', async () => {
  const hasher = cheapHasher();
  const stored = await hasher.hash('Cafe\u0301');
  expect((await hasher.verify('Caf\u00e9', stored)).ok).toBe(true);
});

test('case, spaces and compatibility forms are not', async () => {
  const hasher = cheapHasher();
  const stored = await hasher.hash('Cafe 1');
  for (const other of ['cafe 1', 'Cafe 1 ', ' Cafe 1', 'Cafe\u00a01', 'Cafe ①']) {
    expect((await hasher.verify(other, stored)).ok).toBe(false);
  }
});
