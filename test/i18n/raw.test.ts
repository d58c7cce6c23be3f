import { expect, test } from 'vitest';
import { duration, listOf, msg, num, plain } from '../../src/base/message.ts';
import { createMessages } from '../../src/i18n/index.ts';

test('raw form is the key and the parameters, each kind in its own wrapping', () => {
  const message = msg('x', 'text', 5, plain('<'), num(5), duration(300), listOf(['a', plain('b')]));
  expect(createMessages().raw(message)).toEqual({
    key: 'x',
    params: [
      'text',
      5,
      { plaintext: '<' },
      { num: 5 },
      { duration: 300 },
      { list: ['a', { plaintext: 'b' }], type: 'comma' },
    ],
  });
});
