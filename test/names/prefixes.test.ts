import { expect, test } from 'vitest';
import { nameStatus } from '../../src/accounts/names/index.ts';

/** What somebody types, what it may do, and the canonical name: as a MediaWiki 1.39 with default settings answers. */
const facts: [typed: string, status: string, name: string | null][] = [
  ['user:bob', 'creatable', 'Bob'],
  ['USER:bob', 'creatable', 'Bob'],
  ['User : bob', 'creatable', 'Bob'],
  ['user:user:bob', 'invalid', null],
  ['user:bob\n', 'creatable', 'Bob'],
  ['user:', 'invalid', null],
  ['user: ', 'invalid', null],
  [':bob', 'invalid', null],
  [':user:bob', 'creatable', 'Bob'],
  ['::bob', 'invalid', null],
  ['user::bob', 'invalid', null],
  ['talk:bob', 'invalid', null],
  ['Talk: bob', 'invalid', null],
  ['user talk:bob', 'invalid', null],
  ['user_talk:bob', 'invalid', null],
  ['image:bob', 'invalid', null],
  ['Image talk:bob', 'invalid', null],
  ['File:bob', 'invalid', null],
  ['project:bob', 'invalid', null],
  ['Project talk:bob', 'invalid', null],
  ['media:bob', 'invalid', null],
  ['special:bob', 'invalid', null],
  ['mediawiki:bob', 'invalid', null],
  ['template:bob', 'invalid', null],
  ['help:bob', 'invalid', null],
  ['category talk:bob', 'invalid', null],
  ['user:talk:bob', 'invalid', null],
  ['wikipedia:bob', 'invalid', null],
  ['WIKIPEDIA:bob', 'invalid', null],
  ['mw:bob', 'invalid', null],
  ['wikt:bob', 'invalid', null],
  ['imdb:bob', 'invalid', null],
  ['w:bob', 'uncreatable', 'W:bob'],
  ['en:bob', 'uncreatable', 'En:bob'],
  ['foo:bob', 'uncreatable', 'Foo:bob'],
  ['user:mw:bob', 'invalid', null],
  ['user:w:bob', 'uncreatable', 'W:bob'],
  ['module:bob', 'uncreatable', 'Module:bob'],
  ['gentoo-wiki:bob', 'invalid', null],
  ['talk bob', 'creatable', 'Talk bob'],
  ['talk', 'creatable', 'Talk'],
  ['user', 'creatable', 'User'],
  ['mw', 'creatable', 'Mw'],
];

test.each(facts)('strips the user namespace and refuses other places: %j is %s', (typed, status, name) => {
  expect(nameStatus(typed)).toEqual({ status, name });
});
