import { type AuthRequest, type FilledRequest, literal, textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';

/** Id of the form that a security key or passkey answers, as OATHAuth has it. */
export const WEBAUTHN_REQUEST = 'MediaWiki\\Extension\\WebAuthn\\Auth\\WebAuthnAuthenticationRequest';

/**
 * The form: `auth_info` holds the options for the browser (`navigator.credentials`) in their JSON form, in the metadata
 * and as a field; `credential` takes the answer in its JSON form.
 */
export function webauthnRequest(account: string, options: object): AuthRequest {
  const info = JSON.stringify(options);
  return {
    id: WEBAUTHN_REQUEST,
    required: 'required',
    provider: msg('oathauth-describe-provider'),
    account: literal(account),
    metadata: { auth_info: info },
    partial: true,
    fields: {
      auth_info: {
        type: 'hidden',
        value: info,
        label: msg('webauthn-authentication-info-label'),
        help: msg('webauthn-authentication-info-help'),
        optional: true,
      },
      credential: {
        type: 'hidden',
        value: '',
        label: msg('webauthn-credential-label'),
        help: msg('webauthn-credential-help'),
      },
    },
  };
}

/** The credential that was sent, as an object with an id; null when there is none or it is no such thing. */
export function credentialSent(filled: readonly FilledRequest[]): { readonly id: string } | null {
  try {
    const value: unknown = JSON.parse(textOf(filled, WEBAUTHN_REQUEST, 'credential') ?? 'null');
    return isCredential(value) ? value : null;
  } catch {
    return null;
  }
}

const isCredential = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
