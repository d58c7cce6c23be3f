import { msg } from '../../../base/message.ts';
import type { PolicyCheck } from '../check.ts';

/** MediaWiki folds the case of A–Z alone here. */
const foldAscii = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** The password does not occur in the user name. */
export const notPartOfName: PolicyCheck = {
  name: 'PasswordCannotBeSubstringInUsername',
  takes: 'flag',
  check: (value, { name, password }) =>
    value && foldAscii(name).includes(foldAscii(password))
      ? [{ message: msg('password-substring-username-match'), fatal: false }]
      : [],
};
