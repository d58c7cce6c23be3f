import { msg } from '../../../base/message.ts';
import type { PolicyCheck } from '../check.ts';

/**
 * The password is not known from a data breach. MediaWiki has no such check. It fails open: while the list does not
 * answer, people can still choose a password.
 */
export const notBreached: PolicyCheck = {
  name: 'PasswordNotBreached',
  takes: 'flag',
  check: async (value, { password }, lists) =>
    value && (await lists.isBreached?.(password)) ? [{ message: msg('passwordbreached'), fatal: false }] : [],
  whenUnanswered: 'the list of breached passwords did not answer; the password was let through',
};
