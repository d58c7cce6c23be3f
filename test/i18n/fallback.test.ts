import { expect, test } from 'vitest';
import { msg } from '../../src/base/message.ts';
import { createMessages, fallbackChain, isValidLanguageCode } from '../../src/i18n/index.ts';

test.each([
  ['en', ['en']],
  ['de-at', ['de-at', 'de', 'en']],
  ['cs', ['cs', 'sk', 'en']],
  ['pt-BR', ['pt-br', 'pt', 'en']],
  ['fr-xx', ['fr-xx', 'fr', 'en']],
  ['xyz', ['xyz', 'en']],
])('texts for %s are looked for in %j', (language, chain) => {
  expect(fallbackChain(language)).toEqual(chain);
});

test('a language without texts falls back to English', () => {
  const messages = createMessages();
  const english = messages.plain(msg('wrongpassword'), 'en');
  for (const language of ['xyz', 'de-at', '../../etc/passwd', '', 'EN']) {
    expect(messages.plain(msg('wrongpassword'), language)).toBe(english);
  }
});

test('only codes that cannot break a page are language codes', () => {
  expect(['en', 'pt-br', 'zh-hans', 'qqx'].map(isValidLanguageCode)).toEqual([true, true, true, true]);
  expect(['', 'a/b', 'a<b', "a'b", 'a b', 'a:b', 'a\u0000'].map(isValidLanguageCode)).toEqual(Array(7).fill(false));
});

test('English is there, the documentation is not a language', () => {
  const languages = createMessages().languages();
  expect(languages).toContain('en');
  expect(languages).not.toContain('qqq');
});
