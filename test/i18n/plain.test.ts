import { expect, test } from 'vitest';
import { duration, listOf, msg, num, plain } from '../../src/base/message.ts';
import { createMessages } from '../../src/i18n/index.ts';

const messages = createMessages({ siteName: 'Test Wiki' });

test('markup vanishes, and names of parameters stand in quotes', () => {
  expect(messages.plain(msg('paramvalidator-missingparam', plain('<lgname>')), 'en')).toBe(
    'The parameter "<lgname>" is needed.',
  );
  expect(messages.plain(msg("'''$1''' ''b'' [[C|d]] [https://e.example f] {{SITENAME}}", 'a'), 'en')).toBe(
    'a b d f (https://e.example) Test Wiki',
  );
});

test('a parameter that looks like markup stays as it is', () => {
  expect(messages.plain(msg('x $1', plain("<code>'''[[a]]''' $1")), 'en')).toBe("x <code>'''[[a]]''' $1");
});

test('numbers, lists, spans of time and messages as parameters', () => {
  const text = '$1, $2, $3, $4';
  expect(
    messages.plain(
      msg(text, num(12345), listOf(['a', 'b', 'c'], 'text'), duration(90_061), msg('createaccountblock')),
      'en',
    ),
  ).toBe('12,345, a, b and c, 1 day, 1 hour, 1 minute and 1 second, no account creation');
});

test.each([
  [0, '0 seconds'],
  [300, '5 minutes'],
  [172_800, '2 days'],
  [1_209_600, '2 weeks'],
])('%i seconds are %s', (seconds, text) => {
  expect(messages.plain(msg('$1', duration(seconds)), 'en')).toBe(text);
});

test('a missing parameter shows its place, a missing message its key', () => {
  expect(messages.plain(msg('a $1 $2', 'x'), 'en')).toBe('a x $2');
  expect(messages.plain(msg('no-such-message'), 'en')).toBe('⧼no-such-message⧽');
});

test('the language qqx shows keys and parameters', () => {
  expect(messages.plain(msg('wrongpassword'), 'qqx')).toBe('(wrongpassword)');
  expect(messages.html(msg('login-throttled', plain('<')), 'qqx')).toBe('(login-throttled: &lt;)');
  expect(messages.plain(msg('$1', 'a literal text'), 'qqx')).toBe('a literal text');
});
