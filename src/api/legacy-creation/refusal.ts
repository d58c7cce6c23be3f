import { isMessage, msg, plain } from '../../base/message.ts';
import { ApiError } from '../../errors/api-error.ts';
import { type CodedMessage, coded } from '../../errors/coded-message.ts';

/**
 * The documented code of each refusal that Latchkey itself makes, by its code of today. Codes that the documentation of
 * this interface does not have stay where they name a password rule; every other refusal is `aborted`, because it
 * comes from a provider that the operator has added.
 */
const CODES: Readonly<Record<string, string>> = {
  noname: 'noname',
  invaliduser: 'noname',
  userexists: 'userexists',
  usernameinprogress: 'userexists',
  'antispoof-conflict': 'createaccount-hook-aborted',
  'createaccount-hook-aborted': 'createaccount-hook-aborted',
  permissiondenied: 'permdenied-createaccount',
  blocked: 'blocked',
  autoblocked: 'blocked',
  sorbs_create_account_reason: 'sorbs_create_account_reason',
  acct_creation_throttle_hit: 'acct_creation_throttle_hit',
  'captcha-createaccount-fail': 'captcha-createaccount-fail',
  noemailcreate: 'noemailtitle',
  invalidemailaddress: 'invalidemailaddress',
  passwordtooshort: 'passwordtooshort',
  passwordtoolong: 'passwordtoolong',
  passwordincommonlist: 'passwordincommonlist',
  passwordbreached: 'passwordbreached',
  'password-substring-username-match': 'password-name-match',
  'password-login-forbidden': 'password-login-forbidden',
  wrongpassword: 'wrongpassword',
  externaldberror: 'externaldberror',
};

/** The codes that refusals can have, for the reference. */
export const REFUSAL_CODES: readonly string[] = [...new Set([...Object.values(CODES), 'noemail', 'aborted'])];

/** The first of several messages in one: the older interfaces have room for one code and one text. */
export function firstOf(refusal: CodedMessage): CodedMessage {
  const [first] = refusal.message.params;
  return refusal.message.key.startsWith('* $1\n') && isMessage(first) ? coded(first) : refusal;
}

/** A refusal of the manager in the words of this interface. */
export function legacyRefusal(refusal: CodedMessage, request: { name: string; mailpassword: boolean }): ApiError {
  const { message, code } = firstOf(refusal);
  if (code === 'noemailcreate' && request.mailpassword)
    return new ApiError([coded(msg('noemail', plain(request.name)))]);
  if (code === 'noemailcreate') return new ApiError([coded(msg('noemailtitle'))]);
  return new ApiError([coded(message, CODES[code] ?? 'aborted')]);
}
