import { msg } from '../../../base/message.ts';
import { byteLength } from '../../../base/utf8.ts';
import type { PolicyCheck } from '../check.ts';

/** Shortest password in bytes that can be used to sign in. */
export const minimumLengthToLogin: PolicyCheck = {
  name: 'MinimumPasswordLengthToLogin',
  takes: 'bytes',
  check: (value, { password }) =>
    Number(value) > byteLength(password) ? [{ message: msg('passwordtooshort', Number(value)), fatal: true }] : [],
};
