import { expect, test } from 'vitest';
import { listOf, msg, num } from '../../src/base/message.ts';
import { createMessages } from '../../src/i18n/index.ts';
import { languageRules } from '../../src/i18n/language-rules.ts';

const messages = createMessages();

test.each([
  [1, 'one'],
  [2, '2 of them'],
  [0, 'none'],
  ['1', 'one'],
  [num(1), 'one'],
  [num(1000), '1,000 of them'],
  [listOf(['x']), 'one'],
])('%j chooses %s', (value, expected) => {
  expect(messages.plain(msg('{{PLURAL:$1|0=none|one|$1 of them}}', value), 'en')).toBe(expected);
});

test('a language has as many forms as its grammar asks for', () => {
  const czech = languageRules('cs');
  expect([1, 3, 5].map((count) => czech.plural(count, 3))).toEqual([0, 1, 2]);
  expect([1, 5].map((count) => languageRules('ja').plural(count, 2))).toEqual([0, 0]);
});

test('gender chooses its form, and the neutral one when nobody knows', () => {
  const text = '{{GENDER:$1|he|she|they}}';
  expect(['male', 'female', 'Alice'].map((who) => messages.plain(msg(text, who), 'en'))).toEqual(['he', 'she', 'they']);
  expect(messages.plain(msg('{{GENDER:$1|user}}', 'Alice'), 'en')).toBe('user');
});

test('markup and parameters work inside a form', () => {
  expect(messages.html(msg('{{PLURAL:$1|<code>$2</code>|b}}', 1, '<'), 'en')).toBe('<code>&lt;</code>');
});
