import { expect, test } from 'vitest';
import { skeleton } from '../../src/accounts/names/index.ts';

test.each([
  [
    'Alice',
    'alice',
    'Аlice',
    'Alicе',
    'A1ice',
    'AIice',
    'ＡＬＩＣＥ',
    'Àlice',
    'Ａlіce',
    '𝐀lice',
    'Al\u00adice',
    'Αlice',
  ],
  ['Bob', 'ВОВ', 'B0b', 'Βοb', 'ꓐob'],
  ['Victor', 'νictor', 'ѵictor', 'Ⅴictor'],
  ['Bernard', 'Bemard'],
  ['Νίκος', 'ΝΙΚΟΣ', 'Nικος'],
  ['Сергей', 'СЕРГЕЙ', 'Cергей', 'Сеprей'],
  ["John O'Neil", 'John-O’Neil', 'john.o`neil', 'John  O´Neil'],
  ['カラス', '力ラス', 'ｶﾗｽ'],
  ['Straße', 'STRASSE'],
  ['Æsir', 'æsir', 'Aesir'],
  ['Øre', 'øre', 'Ore', '0re'],
])('%s and its imitations have one skeleton', (...names) => {
  expect([...new Set(names.map(skeleton))]).toHaveLength(1);
});

test.each([
  ['Class 001', 'Class 002', 'Class 010', 'Class 0010', 'Class 11 1', 'Class 111'],
  ['か', 'が', 'カ'],
  ['Bob', 'Rob', 'Bobby'],
  ['JohnSmith', 'John Smith'],
  ['日本語 Alice', '日本 Alice'],
  ['...', '---', '!', '?'],
  ['Иван', 'Ивана', 'Юван'],
])('%s and other names differ', (...names) => {
  expect(new Set(names.map(skeleton)).size).toBe(names.length);
});

test('no valid name has an empty skeleton', () => {
  for (const name of ['-', '.-', '·', "'", '\u0301', 'ー']) expect(skeleton(name)).not.toBe('');
});

test('a skeleton is stable when it is folded again', () => {
  for (const name of ['Alice', 'νictor', 'Сергей', 'Θεός', 'æsir', 'rnrn', 'ИIи']) {
    expect(skeleton(skeleton(name))).toBe(skeleton(name));
  }
});
