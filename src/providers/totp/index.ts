import { literal } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import { useRecoveryCode } from '../recovery-codes/store.ts';
import type { FactorMethod } from '../second-factor/method.ts';
import { codeSent, TOTP_REQUEST, totpRequest } from './request.ts';
import { totpSetUp } from './set-up.ts';
import { TOTP_KIND, useTotpCode } from './store.ts';

const describe = (account: string) =>
  ({
    required: 'optional',
    provider: msg('oathauth-describe-provider'),
    account: literal(account),
  }) as const;

/** Codes of an authenticator app (RFC 6238). Its field takes recovery codes too, as people type them there. */
export const totp: FactorMethod = {
  module: 'totp',
  kind: TOTP_KIND,
  name: msg('oathauth-module-totp-label'),
  alsoTakes: ['recoverycodes'],
  protects: true,

  isOn: ({ config }) => config.totp.enabled,
  works: () => true,

  ask: ({ services }, user) => ({ request: totpRequest(services, user.name), message: msg('oathauth-auth-ui') }),

  isAnswered: (filled) => codeSent(filled) !== null,

  async check({ services, now }, user, filled) {
    const code = codeSent(filled);
    if (code === null) return false;
    return (await useTotpCode(services, user.id, code, now)) || (await useRecoveryCode(services, user.id, code));
  },

  setUp: totpSetUp,
  offeredAtCreation: ({ config }) => config.totp.offerAtCreation,
  removals: (user) => [{ request: { ...describe(user.name), id: TOTP_REQUEST, fields: {} } }],
};
