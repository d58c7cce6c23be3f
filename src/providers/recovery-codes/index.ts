import { type AuthRequest, literal, textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import type { FactorMethod } from '../second-factor/method.ts';
import { RECOVERY_KIND, useRecoveryCode } from './store.ts';

/** Id of the form that asks for a recovery code. */
export const RECOVERY_REQUEST = 'MediaWiki\\Extension\\OATHAuth\\Auth\\RecoveryCodesAuthenticationRequest';

const request = (account: string): AuthRequest => ({
  id: RECOVERY_REQUEST,
  required: 'required',
  provider: msg('oathauth-describe-provider'),
  account: literal(account),
  fields: {
    RecoveryCode: {
      type: 'string',
      label: msg('oathauth-auth-recovery-code-label'),
      help: msg('oathauth-auth-recovery-code-help'),
      aliases: ['OATHToken'],
    },
  },
});

/** Recovery codes: a spare way in for who has lost the factor. */
export const recoveryCodes: FactorMethod = {
  module: 'recoverycodes',
  kind: RECOVERY_KIND,
  name: msg('oathauth-module-recoverycodes-label'),
  alsoTakes: [],
  protects: false,

  available: () => true,

  ask: (_context, user) => ({ request: request(user.name), message: msg('oathauth-auth-recovery-code-ui') }),

  isAnswered: (filled) => textOf(filled, RECOVERY_REQUEST, 'RecoveryCode') !== null,

  async check({ services }, user, filled) {
    const code = textOf(filled, RECOVERY_REQUEST, 'RecoveryCode');
    return code !== null && useRecoveryCode(services, user.id, code);
  },
};
