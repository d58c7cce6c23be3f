import type { AuthRequest } from '../auth/request.ts';
import { msg } from '../base/message.ts';
import { PASSWORD_REQUEST } from '../providers/password/request.ts';
import { RECOVERY_REQUEST } from '../providers/recovery-codes/index.ts';
import { DOCUMENTED_REQUEST, TOTP_REQUEST } from '../providers/totp/request.ts';
import { WEBAUTHN_REQUEST } from '../providers/webauthn/request.ts';
import type { PageCall } from './define.ts';
import { textOf } from './layout.ts';

/** The parameter that names a credential by the id of its request. */
export const REQUEST_FIELD = 'wpRequest';

/** Names of credentials whose requests describe themselves to programs only. */
const NAMES: Readonly<Record<string, string>> = {
  [PASSWORD_REQUEST]: 'userlogin-yourpassword',
  [DOCUMENTED_REQUEST]: 'oathauth-module-totp-label',
  [TOTP_REQUEST]: 'oathauth-module-totp-label',
  [RECOVERY_REQUEST]: 'oathauth-module-recoverycodes-label',
  [WEBAUTHN_REQUEST]: 'oathauth-module-webauthn-label',
};

/** What people call the credential that a request is about: `Example (alice@example.org)`. */
export function credentialName(call: PageCall, request: AuthRequest): string {
  const [id = '', detail] = request.id.split(':');
  const key = NAMES[id];
  if (key !== undefined && detail === undefined) return textOf(call, msg(key));
  const provider = key !== undefined ? msg(key) : request.provider;
  const parts = [provider, request.account].map((message) => (message ? textOf(call, message) : ''));
  return parts.filter((text) => text !== '').join(': ') || request.id;
}
