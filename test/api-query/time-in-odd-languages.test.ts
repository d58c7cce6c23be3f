import { expect, test } from 'vitest';
import { timeForPeople } from '../../src/api/query/time-text.ts';

const NOON = Date.UTC(2026, 10, 20, 12, 5);

test('times are written in the order of the language', () => {
  expect(timeForPeople(NOON, 'en', 'UTC')).toBe('12:05, 20 November 2026');
  expect(timeForPeople(NOON, 'en', 'Asia/Tokyo')).toBe('21:05, 20 November 2026');
  expect(timeForPeople(NOON, 'de', 'UTC')).toBe('20. November 2026, 12:05');
});

test.each(['1', 'text', 'a@b.example', '__proto__', 'map-bms', ''])(
  'a time for the language %j is English',
  (language) => {
    expect(timeForPeople(NOON, language, 'UTC')).toBe('12:05, 20 November 2026');
  },
);
