import { expect, test } from 'vitest';
import { isoTime, parseExpiry, parseSpan } from '../../src/base/time.ts';

const now = Date.UTC(2024, 0, 31, 10, 20, 30);

test.each(['infinite', 'indefinite', 'infinity', 'never'])('%s never ends', (text) => {
  expect(parseExpiry(text, now)).toBe('infinite');
});

test.each([
  ['1 week', '2024-02-07T10:20:30Z'],
  ['+2 hours', '2024-01-31T12:20:30Z'],
  ['1hour 30mins', '2024-01-31T11:50:30Z'],
  ['1 month', '2024-03-02T10:20:30Z'],
  ['1 year, 2 days', '2025-02-02T10:20:30Z'],
  ['1 week 3 days ago', '2024-01-21T10:20:30Z'],
  ['next month', '2024-03-02T10:20:30Z'],
  ['next week', '2024-02-05T10:20:30Z'],
  ['2 fortnights', '2024-02-28T10:20:30Z'],
  ['tomorrow', '2024-02-01T00:00:00Z'],
  ['tomorrow noon', '2024-02-01T12:00:00Z'],
  ['2030-01-02', '2030-01-02T00:00:00Z'],
  ['2030-01-02T03:04Z', '2030-01-02T03:04:00Z'],
  ['2030-01-02T03:04:05.9+01:00', '2030-01-02T02:04:05Z'],
  ['20300102030405', '2030-01-02T03:04:05Z'],
  ['@1893553445', '2030-01-02T03:04:05Z'],
  ['2 January 2030', '2030-01-02T00:00:00Z'],
])('%s ends at %s', (text, iso) => {
  expect(isoTime(Number(parseExpiry(text, now)))).toBe(iso);
});

test.each(['', 'x', 'Infinite', '2h', '1 foo', '1893553445', '1 week x', 'week'])('%j is no expiry', (text) => {
  expect(parseExpiry(text, now)).toBeNull();
});

test('spans of configuration are in milliseconds', () => {
  expect(['30m', '2h', '7d', '1h30m', '1.5h', '250ms', '2 w', '0s'].map(parseSpan)).toEqual([
    1_800_000, 7_200_000, 604_800_000, 5_400_000, 5_400_000, 250, 1_209_600_000, 0,
  ]);
  expect(['', '30', 'h', '1y', '-1h', '1h x'].map(parseSpan)).toEqual([null, null, null, null, null, null]);
});
