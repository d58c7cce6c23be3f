import type { Answer } from './answers.ts';

/** Who is signed in after this answer to a request with these fields, when it was `before` until then. */
export function userAfter(
  answer: Answer,
  fields: readonly (readonly [string, string])[],
  before: string | null,
): string | null {
  const { login, clientlogin } = answer;
  if (login?.result === 'Success') return login.lgusername ?? before;
  if (clientlogin?.status === 'PASS') return clientlogin.username ?? before;
  return fields.some(([name, value]) => name === 'action' && value === 'logout') ? null : before;
}
