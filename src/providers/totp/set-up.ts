import { type AuthRequest, literal, textOf } from '../../auth/request.ts';
import { decodeBase32 } from '../../base/base32.ts';
import { sha256Hex } from '../../base/digest.ts';
import { msg } from '../../base/message.ts';
import { RECOVERY_KIND } from '../recovery-codes/store.ts';
import { recoveryCodesShown } from '../second-factor/enrol.ts';
import type { SetUp } from '../second-factor/method.ts';
import { matchingStep } from './code.ts';
import { DOCUMENTED_REQUEST } from './request.ts';
import { addTotpKey, TOTP_KIND } from './store.ts';

/** Longer than any form with the same key can wait. */
const SET_UP_TTL_MS = 24 * 3_600_000;

const inGroups = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

/** The address that authenticator apps read from a QR code. `site` and `account` are shown there. */
export function otpauthUri(site: string, account: string, secret: string): string {
  const label = `${encodeURIComponent(site)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(site)}&algorithm=SHA1&digits=6&period=30`;
}

/** The form of the documentation's account creation, third example. */
const request = (metadata: Readonly<Record<string, string>>): AuthRequest => ({
  id: DOCUMENTED_REQUEST,
  required: 'optional',
  provider: literal(''),
  account: literal(''),
  metadata,
  fields: {
    '2FAInfo': { type: 'null', label: msg('oathauth-set-up-info'), help: msg('oathauth-set-up-info-help') },
    code: {
      type: 'string',
      label: msg('oathauth-auth-token-label'),
      help: msg('oathauth-set-up-code-help'),
      aliases: ['OATHToken'],
    },
  },
});

/** Sets a key up: its owner types it into an app and proves it by a code. */
export const totpSetUp: SetUp = {
  form(context, user, factors, pending) {
    if (factors.some(({ kind }) => kind === TOTP_KIND)) return null;
    const codes = factors.some(({ kind }) => kind === RECOVERY_KIND) ? null : recoveryCodesShown(context, pending);
    return request({
      account: user.name,
      secret: inGroups(pending.secret),
      ...(codes && { recoveryCodes: codes.join(' ') }),
    });
  },

  isAnswered: (filled) => textOf(filled, DOCUMENTED_REQUEST, 'code') !== null,

  async prove({ services, now }, user, filled, { secret }) {
    const code = textOf(filled, DOCUMENTED_REQUEST, 'code') ?? '';
    const step = matchingStep(decodeBase32(secret) as Uint8Array, code, now, -1);
    if (step === null) return null;
    // Of two proofs at once, one sets the key up: in two rows, each code of it could be used twice.
    const isFirst = await services.volatile.add(`totp-set-up:${user.id}:${sha256Hex(secret)}`, '', SET_UP_TTL_MS);
    return isFirst ? () => addTotpKey(services, user.id, secret, now, step) : null;
  },
};
