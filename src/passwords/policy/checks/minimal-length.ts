import { msg } from '../../../base/message.ts';
import { byteLength } from '../../../base/utf8.ts';
import type { PolicyCheck } from '../check.ts';

/** Shortest password in bytes; a shorter one can still be used to sign in. */
export const minimalLength: PolicyCheck = {
  name: 'MinimalPasswordLength',
  takes: 'bytes',
  check: (value, { password }) =>
    Number(value) > byteLength(password) ? [{ message: msg('passwordtooshort', Number(value)), fatal: false }] : [],
};
