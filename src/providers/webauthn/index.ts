import type { FlowContext } from '../../auth/provider.ts';
import { type AuthRequest, literal, textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { RECOVERY_KIND } from '../recovery-codes/store.ts';
import { recoveryCodesShown } from '../second-factor/enrol.ts';
import type { FactorMethod } from '../second-factor/method.ts';
import { newChallenge } from './challenge.ts';
import { creationOptions, requestOptions } from './options.ts';
import { credentialSent, WEBAUTHN_REQUEST, webauthnRequest } from './request.ts';
import { relyingParty } from './site.ts';
import { addKey, keysAmong, keysOf, WEBAUTHN_KIND } from './store.ts';
import { verifyKey, verifyNewKey } from './verify.ts';

const MAX_KEYS = 20;
const MAX_NAME = 100;

const setUpPurpose = (user: UserRecord): string => `set-up:${user.id}`;
const signInPurpose = (user: UserRecord): string => `second-factor:${user.id}`;

/** Security keys and passkeys as a second factor (WebAuthn). */
export const webauthn: FactorMethod = {
  module: 'webauthn',
  kind: WEBAUTHN_KIND,
  name: msg('oathauth-module-webauthn-label'),
  alsoTakes: [],
  protects: true,

  isOn: ({ config }) => config.webauthn.enabled,
  works: (services) => relyingParty(services) !== null,

  async ask({ services, now }, user) {
    const challenge = newChallenge(services, signInPurpose(user), now);
    const keys = await keysOf(services, user.id);
    const party = relyingParty(services);
    if (!party) throw new Error('security keys need a public address with a name');
    const options = requestOptions(party, keys, challenge, 'preferred');
    return { request: webauthnRequest(user.name, options), message: msg('webauthn-auth-ui') };
  },

  isAnswered: (filled) => textOf(filled, WEBAUTHN_REQUEST, 'credential') !== null,

  async check({ services, now }, user, filled) {
    const credential = credentialSent(filled);
    const key = (await keysOf(services, user.id)).find(({ credentialId }) => credentialId === credential?.id);
    if (!credential || !key) return false;
    return verifyKey(services, credential, key, { purpose: signInPurpose(user), userVerified: false }, now);
  },

  setUp: {
    form(context, user, factors, pending) {
      const { services, now } = context;
      const party = relyingParty(services);
      const keys = keysAmong(factors);
      if (!party || keys.length >= MAX_KEYS) return null;
      const options = creationOptions(services, party, user, keys, newChallenge(services, setUpPurpose(user), now));
      const codes = factors.some(({ kind }) => kind === RECOVERY_KIND) ? null : recoveryCodesShown(context, pending);
      return setUpRequest(user.name, options, codes);
    },

    isAnswered: (filled) => textOf(filled, WEBAUTHN_REQUEST, 'credential') !== null,

    async prove({ services, now }: FlowContext, user, filled) {
      const credential = credentialSent(filled);
      const expected = { purpose: setUpPurpose(user), userVerified: services.config.webauthn.passwordless };
      const key = credential && (await verifyNewKey(services, credential, expected, now));
      if (!key) return null;
      const known = await keysOf(services, user.id);
      if (known.some(({ credentialId }) => credentialId === key.credentialId)) return null;
      const name = (textOf(filled, WEBAUTHN_REQUEST, 'friendlyName') ?? '').trim().slice(0, MAX_NAME);
      return () => addKey(services, user.id, key, name, now);
    },
  },

  offeredAtCreation: () => false,

  removals: (user, factors) =>
    factors.map(({ id, name }, index) => ({
      factorId: id,
      request: {
        id: `${WEBAUTHN_REQUEST}:${id}`,
        required: 'optional',
        provider: msg('oathauth-module-webauthn-label'),
        account: literal(name || `${user.name} (${index + 1})`),
        fields: {},
      },
    })),
};

function setUpRequest(account: string, options: object, codes: readonly string[] | null): AuthRequest {
  const form = webauthnRequest(account, options);
  return {
    ...form,
    metadata: { ...form.metadata, ...(codes && { recoveryCodes: codes.join(' ') }) },
    fields: {
      ...form.fields,
      friendlyName: {
        type: 'string',
        label: msg('webauthn-friendly-name-label'),
        help: msg('webauthn-friendly-name-help'),
        optional: true,
      },
    },
  };
}
