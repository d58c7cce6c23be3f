import { msg } from '../../../base/message.ts';
import type { PolicyCheck } from '../check.ts';

/** Accounts that MediaWiki's own tests and documents have used. */
const KNOWN_ACCOUNTS: ReadonlyMap<string, string> = new Map([
  ['Useruser', 'Passpass'],
  ['Useruser1', 'Passpass1'],
  ['Apitestsysop', 'testpass'],
  ['Apitestuser', 'testpass'],
]);

/** The password is not one that stands in public documents. */
export const notADefault: PolicyCheck = {
  name: 'PasswordCannotMatchDefaults',
  takes: 'flag',
  check: (value, { name, password }) =>
    value && (KNOWN_ACCOUNTS.get(name) === password || password === 'ExamplePassword')
      ? [{ message: msg('password-login-forbidden'), fatal: false }]
      : [],
};
