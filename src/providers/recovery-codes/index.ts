import { type AuthRequest, literal, textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import type { FactorMethod } from '../second-factor/method.ts';
import { RECOVERY_KIND, replaceRecoveryCodes, useRecoveryCode } from './store.ts';

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

  isOn: () => true,
  works: () => true,

  ask: (_context, user) => ({ request: request(user.name), message: msg('oathauth-auth-recovery-code-ui') }),

  isAnswered: (filled) => textOf(filled, RECOVERY_REQUEST, 'RecoveryCode') !== null,

  async check({ services }, user, filled) {
    const code = textOf(filled, RECOVERY_REQUEST, 'RecoveryCode');
    return code !== null && useRecoveryCode(services, user.id, code);
  },

  setUp: {
    form(_context, user, factors, pending) {
      if (factors.length === 0) return null;
      return {
        ...request(user.name),
        metadata: { recoveryCodes: pending.recoveryCodes.join(' ') },
        fields: {
          newRecoveryCodes: {
            type: 'button',
            label: msg('oathauth-new-recovery-codes-label'),
            help: msg('oathauth-new-recovery-codes-help'),
          },
        },
      };
    },
    isAnswered: (filled) =>
      filled.some(({ id, values }) => id === RECOVERY_REQUEST && values.newRecoveryCodes === true),
    prove:
      async ({ services, now }, user, _filled, pending) =>
      () =>
        replaceRecoveryCodes(services, user.id, pending.recoveryCodes, now),
  },
  offeredAtCreation: () => false,
  removals: (user) => [{ request: { ...request(user.name), required: 'optional', fields: {} } }],
};
