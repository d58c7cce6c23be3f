import { expect, test } from 'vitest';
import { isValidEmail } from '../../src/accounts/names/email.ts';

test.each(['a@localhost', 'a@-example.org', 'A.B+c@EXAMPLE.org', "!#$%&'*+-/=?^_`{|}~.@x.y", '.a..b.@x', 'a@1'])(
  '%s is a mail address',
  (text) => {
    expect(isValidEmail(text)).toBe(true);
  },
);

test.each([
  '',
  'a',
  '@x',
  'a@',
  ' a@x',
  'a@x ',
  'a@x\n',
  'a@x,b@y',
  'a@b@c',
  '"a"@x',
  'é@x',
  'a@é.org',
  'a@x.',
  'a@.x',
  'a@x..y',
  'a@x_y',
])('%j is no mail address', (text) => {
  expect(isValidEmail(text)).toBe(false);
});
