import { expect, test } from 'vitest';
import { codeOf, matchingStep } from '../../src/providers/totp/code.ts';

const key = Buffer.from('12345678901234567890');

// RFC 6238, appendix B (SHA-1), the last six of eight digits.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(codeOf(key, Math.floor(seconds / 30))).toBe(code);
});

const now = 1_800_000_000_000;
const current = now / 30_000;

test.each([-4, -1, 0, 1, 4])('a clock off by %i steps is in time', (offset) => {
  expect(matchingStep(key, codeOf(key, current + offset), now, -1)).toBe(current + offset);
});

test.each([-5, 5])('a clock off by %i steps is not', (offset) => {
  expect(matchingStep(key, codeOf(key, current + offset), now, -1)).toBeNull();
});

test('only steps after the last used one count', () => {
  expect(matchingStep(key, codeOf(key, current - 1), now, current)).toBeNull();
  expect(matchingStep(key, codeOf(key, current), now, current)).toBeNull();
  expect(matchingStep(key, codeOf(key, current + 1), now, current)).toBe(current + 1);
});

test('white space of ASCII does not count, anything else does', () => {
  const code = codeOf(key, current);
  expect(matchingStep(key, ` ${code.slice(0, 3)} ${code.slice(3)}\n`, now, -1)).toBe(current);
  expect(matchingStep(key, `\u00a0${code}`, now, -1)).toBeNull();
  expect(matchingStep(key, `${code}0`, now, -1)).toBeNull();
  expect(matchingStep(key, '', now, -1)).toBeNull();
});
