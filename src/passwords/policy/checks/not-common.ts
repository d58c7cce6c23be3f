import { msg } from '../../../base/message.ts';
import type { PolicyCheck } from '../check.ts';

/** The password is not in the list of common ones. */
export const notCommon: PolicyCheck = {
  name: 'PasswordNotInCommonList',
  takes: 'flag',
  check: async (value, { password }, lists) =>
    value && (await lists.isCommon(password)) ? [{ message: msg('passwordincommonlist'), fatal: false }] : [],
};
