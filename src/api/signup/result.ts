import type { CodedMessage } from '../../errors/coded-message.ts';
import { firstOf } from '../legacy-creation/refusal.ts';

/** Words of `action=signup` for what can be the matter, by the code of today. The SignupAPI extension's. */
const RESULTS = {
  noname: 'NoName',
  invaliduser: 'NoName',
  userexists: 'UserExists',
  usernameinprogress: 'UserExists',
  permissiondenied: 'InsufficientPermission',
  blocked: 'CreateBlocked',
  autoblocked: 'CreateBlocked',
  sorbs_create_account_reason: 'IPBlocked',
  acct_creation_throttle_hit: 'Throttled',
  badretype: 'WrongRetype',
  noemailcreate: 'NoEmail',
  invalidemailaddress: 'InvalidEmail',
  wrongpassword: 'WrongPassword',
  externaldberror: 'ExternalDBError',
  passwordtooshort: 'InvalidPass',
  passwordtoolong: 'InvalidPass',
  passwordincommonlist: 'InvalidPass',
  passwordbreached: 'InvalidPass',
  'password-substring-username-match': 'InvalidPass',
  'password-login-forbidden': 'InvalidPass',
} as const satisfies Readonly<Record<string, string>>;

/** A word for a refusal of the manager. */
export type RefusalResult = (typeof RESULTS)[keyof typeof RESULTS] | 'BlockedByHook';

/** Results that leave open what somebody should do: they come with the reason. */
const EXPLAINED: ReadonlySet<RefusalResult> = new Set<RefusalResult>([
  'InvalidPass',
  'CreateBlocked',
  'Throttled',
  'BlockedByHook',
]);

/** The word for a refusal, and the message that explains it where the word alone does not. */
export function refusalResult(refusal: CodedMessage): { result: RefusalResult; reason: CodedMessage | null } {
  const first = firstOf(refusal);
  const result = Object.hasOwn(RESULTS, first.code) ? RESULTS[first.code as keyof typeof RESULTS] : 'BlockedByHook';
  return { result, reason: EXPLAINED.has(result) ? first : null };
}
