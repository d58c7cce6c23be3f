import { expect, test } from 'vitest';
import { nameStatus } from '../../src/accounts/names/index.ts';

/** What somebody types, what it may do, and the canonical name: as a MediaWiki 1.39 with default settings answers. */
const facts: [typed: string, status: string, name: string | null][] = [
  ['ßeta', 'creatable', 'SSeta'],
  ['ŉx', 'creatable', 'ʼNx'],
  ['ǆx', 'creatable', 'Ǆx'],
  ['ǳx', 'creatable', 'Ǳx'],
  ['ﬁx', 'creatable', 'FIx'],
  ['ﬄx', 'creatable', 'FFLx'],
  ['ΐx', 'creatable', 'Ϊ\u0301x'],
  ['ǰx', 'creatable', 'J\u030cx'],
  ['i\u0307x', 'creatable', 'İx'],
  ['ıx', 'creatable', 'Ix'],
  ['ſx', 'creatable', 'Sx'],
  ['ÿx', 'creatable', 'Ÿx'],
  ['ƛx', 'creatable', 'ƛx'],
  ['ა', 'creatable', 'Ა'],
  ['ⴀx', 'creatable', 'Ⴀx'],
  ['ꭰx', 'creatable', 'Ꭰx'],
  ['ᾳx', 'creatable', 'ΑΙx'],
  ['ᾀx', 'creatable', 'ἈΙx'],
  ['ῼx', 'creatable', 'ΩΙx'],
  ['ẖx', 'creatable', 'H\u0331x'],
  ['\u0345x', 'creatable', 'Ιx'],
  ['ⅷx', 'creatable', 'Ⅷx'],
  ['ⓐx', 'creatable', 'Ⓐx'],
  ['ａx', 'creatable', 'Ａx'],
  ['𐐨x', 'creatable', '𐐀x'],
  ['µx', 'creatable', 'Μx'],
  ['ɐx', 'creatable', 'Ɐx'],
  ['ᵹx', 'creatable', 'Ᵹx'],
  ['ᏸx', 'creatable', 'Ᏸx'],
  ['և', 'creatable', 'ԵՒ'],
];

test.each(facts)('makes the first letter a capital: %j is %s', (typed, status, name) => {
  expect(nameStatus(typed)).toEqual({ status, name });
});
