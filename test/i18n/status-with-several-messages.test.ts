import { expect, test } from 'vitest';
import { msg } from '../../src/base/message.ts';
import { codeOf } from '../../src/errors/coded-message.ts';
import { createMessages } from '../../src/i18n/index.ts';

const messages = createMessages();
const both = msg('* $1\n* $2', msg('passwordtooshort', 8), msg('passwordincommonlist'));

test('a key that is a list of parameters is its own text', () => {
  expect(codeOf(both.key)).toBe('___1____2');
  expect(messages.plain(both, 'en')).toMatch(/^\* .*8 characters.*\n\* .*list of passwords/);
  expect(messages.html(both, 'en')).toMatch(/^<ul><li>.*8 characters.*<\/li><li>.*<\/li><\/ul>$/);
});

test('in raw form the messages inside are wrapped', () => {
  expect(messages.raw(both)).toEqual({
    key: '* $1\n* $2',
    params: [
      { message: { key: 'passwordtooshort', params: [8] } },
      { message: { key: 'passwordincommonlist', params: [] } },
    ],
  });
});
