import { expect, test } from 'vitest';
import { createMessages } from '../../src/i18n/index.ts';

const messages = createMessages();

test('the text of a message can be read as it is written', () => {
  expect(messages.source('duration-days', 'de')).toBe('$1 {{PLURAL:$1|day|days}}');
  expect(messages.source('no-such-message', 'en')).toBeNull();
});

test('all keys are listed, from all files', () => {
  const keys = messages.keys();
  expect(keys).toEqual([...keys].sort());
  expect(keys).toEqual(expect.arrayContaining(['wrongpassword', 'apihelp-login-summary']));
});
