import { abstain, fail, pass } from '../../auth/outcome.ts';
import type { Provider } from '../../auth/provider.ts';
import { textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import { FACTOR_PASSED_NOTE } from '../second-factor/ask.ts';
import { newChallenge } from './challenge.ts';
import { requestOptions, userOfHandle } from './options.ts';
import { credentialSent, WEBAUTHN_REQUEST, webauthnRequest } from './request.ts';
import { relyingParty } from './site.ts';
import { keysOf } from './store.ts';
import { verifyKey } from './verify.ts';

const PURPOSE = 'sign-in';

/**
 * Signs in by a passkey alone, where `webauthn.passwordless` is on. The passkey must have checked its owner (fingerprint,
 * PIN): then it is two factors in one, and no other is asked for.
 */
export const passkey: Provider = {
  id: 'passkey',
  kind: 'primary',

  forms(action, { services, now }) {
    const { enabled, passwordless } = services.config.webauthn;
    const party = enabled && passwordless ? relyingParty(services) : null;
    if (action !== 'login' || !party) return [];
    const options = requestOptions(party, [], newChallenge(services, PURPOSE, now), 'required');
    return [webauthnRequest('', options)];
  },

  async signIn(context, filled) {
    const { services, now } = context;
    const { enabled, passwordless } = services.config.webauthn;
    if (!enabled || !passwordless || textOf(filled, WEBAUTHN_REQUEST, 'credential') === null) return abstain();
    const credential = credentialSent(filled);
    const userId = userOfHandle(handleOf(credential));
    const user = userId === null ? null : await services.accounts.byId(userId);
    const keys = user ? await keysOf(services, user.id) : [];
    const key = keys.find(({ credentialId }) => credentialId === credential?.id);
    const expected = { purpose: PURPOSE, userVerified: true };
    if (!user || !key || !credential || !(await verifyKey(services, credential, key, expected, now))) {
      return fail(msg('webauthn-sign-in-failed'));
    }
    context.notes[FACTOR_PASSED_NOTE] = true;
    return pass(user.name);
  },
};

function handleOf(credential: object | null): unknown {
  const response = credential && 'response' in credential ? credential.response : null;
  return typeof response === 'object' && response !== null && 'userHandle' in response ? response.userHandle : null;
}
