import type { ApiClient, TestServer } from '../../src/testing/index.ts';
import { Authenticator } from './authenticator.ts';
import { change, type Form, formsOf, signedIn } from './support.ts';

export const ORIGIN = 'http://localhost:8080';
export const WEBAUTHN = 'MediaWiki\\Extension\\WebAuthn\\Auth\\WebAuthnAuthenticationRequest';
export const SELECT = 'MediaWiki\\Extension\\OATHAuth\\Auth\\TwoFactorModuleSelectAuthenticationRequest';

/** The options for the browser in a list of forms. */
export const infoIn = (forms: readonly Form[]): string =>
  String(forms.find(({ id }) => id === WEBAUTHN)?.metadata.auth_info);

/** The options for the browser that the set-up form shows. */
export const setUpInfo = async (client: ApiClient): Promise<string> => infoIn(await formsOf(client, 'change'));

/** Gives an account a new key over the API. */
export async function addKey(client: ApiClient, friendlyName = ''): Promise<Authenticator> {
  const key = new Authenticator(ORIGIN);
  const credential = key.create(await setUpInfo(client));
  const answer = await change(client, WEBAUTHN, { credential, friendlyName });
  if (!('changeauthenticationdata' in answer)) throw new Error(`no key: ${JSON.stringify(answer)}`);
  return key;
}

/** An account with a key. */
export const accountWithKey = async (server: TestServer, name = 'Alice'): Promise<Authenticator> =>
  addKey(await signedIn(server, name));
