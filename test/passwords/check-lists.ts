import { isCommonPassword } from '../../src/passwords/common/common-list.ts';
import type { PasswordLists } from '../../src/passwords/policy/check.ts';
import { checkPassword } from '../../src/passwords/policy/check-password.ts';
import type { Policy } from '../../src/passwords/policy/policy.ts';

/** The built-in lists. */
export const lists: PasswordLists = { isCommon: isCommonPassword, isBreached: null };

/** What a policy finds wrong, shortly: `code(params)`, with `!` after fatal ones. */
export async function problems(policy: Policy, password: string, name = 'Zebra', from = lists): Promise<string[]> {
  const { failures } = await checkPassword(policy, { name, password }, from);
  return failures.map(({ code, message, fatal }) => `${code}(${message.params.join()})${fatal ? '!' : ''}`);
}
