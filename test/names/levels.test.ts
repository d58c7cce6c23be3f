import { expect, test } from 'vitest';
import { canonicalUserName, defaultReservedNames, makeNameRules, nameStatus } from '../../src/accounts/names/index.ts';

test('without validation a name is only tidied', () => {
  expect(canonicalUserName('foo_bar<', 'none')).toBe('Foo bar<');
  expect(canonicalUserName('User:Bob', 'none')).toBe('Bob');
  expect(canonicalUserName('a#b', 'none')).toBeNull();
});

test.each(defaultReservedNames)('%s may exist but neither sign in nor be registered', (name) => {
  expect(canonicalUserName(name, 'valid')).toBe(name);
  expect(canonicalUserName(name, 'usable')).toBeNull();
  expect(nameStatus(name.replaceAll(' ', '_'))).toEqual({ status: 'unusable', name });
});

test('an existing name with a character that new names may not hold can sign in', () => {
  expect(canonicalUserName('Old@name', 'usable')).toBe('Old@name');
  expect(canonicalUserName('Old@name', 'creatable')).toBeNull();
});

test('a wiki sets its own limits', () => {
  const rules = makeNameRules({ reservedNames: ['Root'], maxBytes: 5, invalidCharacters: '!', prefixes: ['My place'] });
  expect(nameStatus('root', rules).status).toBe('unusable');
  expect(nameStatus('DNSBL', rules).status).toBe('creatable');
  expect(nameStatus('abcdef', rules).status).toBe('invalid');
  expect(nameStatus('éée', rules).status).toBe('creatable');
  expect(nameStatus('ééé', rules).status).toBe('invalid');
  expect(nameStatus('a!', rules).status).toBe('uncreatable');
  const roomy = makeNameRules({ prefixes: ['My place'] });
  expect(nameStatus('my_PLACE:x', roomy).status).toBe('invalid');
  expect(nameStatus('Talk:x', roomy).status).toBe('uncreatable');
});

test('a lone surrogate makes a name invalid', () => {
  expect(nameStatus('a\ud800b').status).toBe('invalid');
});

test('a canonical name is its own canonical form', () => {
  for (const typed of ['ŉx', 'ΐx', 'user:ßx', 'a&amp;b', ' i\u0307x', 'ﬁ']) {
    const name = canonicalUserName(typed) ?? '';
    expect(canonicalUserName(name)).toBe(name);
  }
});
