import { expect, test } from 'vitest';
import { nameStatus } from '../../src/accounts/names/index.ts';

/** As a MediaWiki 1.39 answers: 235 bytes for a new name, 255 for any. */
test.each([
  ['x', 235, 'creatable'],
  ['x', 236, 'uncreatable'],
  ['x', 255, 'uncreatable'],
  ['x', 256, 'invalid'],
  ['é', 117, 'creatable'],
  ['é', 118, 'uncreatable'],
  ['é', 127, 'uncreatable'],
  ['é', 128, 'invalid'],
  ['日', 78, 'creatable'],
  ['日', 79, 'uncreatable'],
  ['日', 85, 'uncreatable'],
  ['日', 86, 'invalid'],
])('%j repeated %i times is %s', (char, times, status) => {
  expect(nameStatus(char.repeat(times)).status).toBe(status);
});
