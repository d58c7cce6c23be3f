import { msg } from '../../../base/message.ts';
import { byteLength } from '../../../base/utf8.ts';
import type { PolicyCheck } from '../check.ts';

/** Longest password in bytes; a longer one cannot be used to sign in either, since hashing it would cost too much. */
export const maximalLength: PolicyCheck = {
  name: 'MaximalPasswordLength',
  takes: 'bytes',
  check: (value, { password }) =>
    Number(value) < byteLength(password) ? [{ message: msg('passwordtoolong', Number(value)), fatal: true }] : [],
};
