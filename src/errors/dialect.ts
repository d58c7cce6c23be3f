/** Names of the dialects, as the option `api.compat` gives them. */
export type DialectName = 'documented' | '1.39';

/** Where the documentation of the API and the releases of MediaWiki differ. One row a difference, one column a dialect. */
const TABLE = {
  /** The code for `createaccount` without its token. */
  createAccountMissingToken: { documented: 'notoken', '1.39': 'missingparam' },
  /**
   * The code of several messages in one: MediaWiki joins them under the raw key `* $1\n* $2`, whose code is
   * `___1____2`; the documentation knows single codes only, so the first message's code stands for all.
   */
  joinedMessageCode: { documented: 'first', '1.39': 'joined' },
  /**
   * Whether a password that may not be used at all is refused before it is compared. MediaWiki does, and so tells
   * strangers that an account exists; otherwise only who knows the password learns what is wrong with it.
   */
  policyBeforePassword: { documented: false, '1.39': true },
  /** Whether `createaccount` takes an `email` that comes without `realname`. */
  emailWithoutRealName: { documented: true, '1.39': false },
  /** Whether `accounts.requireEmail` is looked at when an account is made (MediaWiki 1.39 only asks before edits). */
  requireEmailAtCreation: { documented: true, '1.39': false },
  /** The code for `validatepassword` without a password. */
  validateMissingPassword: { documented: 'nopassword', '1.39': 'missingparam' },
  /** The code of `validatepassword` for a user name under which no account can be made. */
  validateUnusableUser: { documented: 'baduser', '1.39': 'baduser_user' },
  /** The code for a text that cannot be the name of a new account. */
  nameErrorCode: { documented: 'noname', '1.39': 'invaliduser' },
  /** `resetpassword` tells what is wrong with the request itself. Whether an account exists is never shown. */
  resetChecksRequest: { documented: true, '1.39': false },
  /** `resetpassword` with an address as `user` means all accounts with that address. */
  resetUserMayBeEmail: { documented: true, '1.39': false },
  /** Asking for a reset needs no more rights than a visitor has, also in a bot-password session. */
  resetNeedsPrivateInfoRight: { documented: false, '1.39': true },
  /** The result of `login` after too many attempts: the documented one comes with the seconds to `wait`. */
  loginThrottledResult: { documented: 'Throttled', '1.39': 'Failed' },
  /** The right that frees of the limit on requests for resets: to MediaWiki, limits of an address are for new accounts. */
  resetThrottleExempt: { documented: 'noratelimit', '1.39': 'autoconfirmed' },
  /** `crossorigin` came with MediaWiki 1.44; before, it is an unknown parameter. */
  crossorigin: { documented: true, '1.39': false },
} as const satisfies Readonly<Record<string, Readonly<Record<DialectName, string | boolean>>>>;

/** What may differ. */
export type DialectRow = keyof typeof TABLE;

type TextRow = { [R in DialectRow]: (typeof TABLE)[R][DialectName] extends string ? R : never }[DialectRow];

/** Rows that say which code stands for something. */
export type CodeRow = Exclude<TextRow, 'joinedMessageCode' | 'loginThrottledResult'>;

/** Every row with its columns: for the reference. */
export const dialectTable: Readonly<Record<DialectRow, Readonly<Record<DialectName, string | boolean>>>> = TABLE;

/** How this server speaks where dialects differ. */
export const dialect = <R extends DialectRow>(name: DialectName, row: R): (typeof TABLE)[R][DialectName] =>
  TABLE[row][name] as (typeof TABLE)[R][DialectName];
