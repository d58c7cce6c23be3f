import { expect, test } from 'vitest';
import { nameStatus } from '../../src/accounts/names/index.ts';

/** What somebody types, what it may do, and the canonical name: as a MediaWiki 1.39 with default settings answers. */
const facts: [typed: string, status: string, name: string | null][] = [
  ['a&amp;b', 'creatable', 'A&b'],
  ['&eacute;tude', 'creatable', 'Étude'],
  ['a&lt;b', 'invalid', null],
  ['a&nbsp;b', 'creatable', 'A b'],
  ['&nbsp;a', 'creatable', 'A'],
  ['a&lrm;b', 'creatable', 'Ab'],
  ['a&#65;b', 'invalid', null],
  ['a&#x41;', 'invalid', null],
  ['a&amp;amp;b', 'invalid', null],
  ['a&amp;#65;', 'invalid', null],
  ['a&num;b', 'creatable', 'A'],
  ['a&bogus;b', 'invalid', null],
  ['a&amp', 'creatable', 'A&amp'],
  ['a&copy', 'creatable', 'A&copy'],
  ['&copy;', 'creatable', '©'],
  ['&lang;a', 'creatable', '⟨a'],
  ['a&sol;b', 'invalid', null],
  ['a&colon;b', 'uncreatable', 'A:b'],
  ['user&colon;bob', 'creatable', 'Bob'],
  ['&apos;a', 'creatable', "'a"],
  ['a&Tab;b', 'invalid', null],
  ['a&zwnj;b', 'invalid', null],
  ['&ampamp;', 'invalid', null],
  ['a&lowbar;b', 'creatable', 'A b'],
  ['a&commat;b', 'uncreatable', 'A@b'],
];

test.each(facts)('decodes character references: %j is %s', (typed, status, name) => {
  expect(nameStatus(typed)).toEqual({ status, name });
});
