import { expect, test } from 'vitest';
import { msg } from '../../src/base/message.ts';
import { createMessages, fallbackChain } from '../../src/i18n/index.ts';

const counted = msg('apierror-unrecognizedparams', 'a, b', 2);

test.each([
  '__proto__',
  'constructor',
  'tostring',
  'toString',
  'hasOwnProperty',
  '1',
  'J\u00f3',
  'map-bms',
  'zh-classical',
  'x'.repeat(64),
])('a text with a plural can be asked for in %j', (language) => {
  const messages = createMessages();
  expect(messages.plain(counted, language)).toBe(messages.plain(counted, 'en'));
  expect(fallbackChain(language).at(-1)).toBe('en');
});
