import { type AuthRequest, type FilledRequest, literal, textOf } from '../../auth/request.ts';
import type { Services } from '../../auth/services.ts';
import { msg } from '../../base/message.ts';

/** Id of the form that asks for a code, as the clients of OATHAuth know it. */
export const TOTP_REQUEST = 'MediaWiki\\Extension\\OATHAuth\\Auth\\TOTPAuthenticationRequest';
/** Id of the form that asks for a code, or sets a key up, as the documentation prints it. */
export const DOCUMENTED_REQUEST = 'TwoFactorAuthenticationRequest';

/** The form that asks for a code. pywikibot relies on its having one field, which may stand in a query string. */
export function totpRequest({ config }: Services, account: string): AuthRequest {
  if (config.totp.signInForm === 'documented') {
    return {
      id: DOCUMENTED_REQUEST,
      required: 'required',
      provider: literal(''),
      account: literal(''),
      fields: {
        code: {
          type: 'string',
          label: msg('oathauth-auth-token-label'),
          help: msg('oathauth-auth-token-help'),
          aliases: ['OATHToken'],
        },
      },
    };
  }
  return {
    id: TOTP_REQUEST,
    required: 'required',
    provider: msg('oathauth-describe-provider'),
    account: literal(account),
    fields: {
      OATHToken: {
        type: 'string',
        label: msg('oathauth-auth-token-label'),
        help: msg('oathauth-auth-token-help'),
        aliases: ['code'],
      },
    },
  };
}

/** The code that was sent; null when there is none. */
export const codeSent = (filled: readonly FilledRequest[]): string | null =>
  textOf(filled, TOTP_REQUEST, 'OATHToken') ?? textOf(filled, DOCUMENTED_REQUEST, 'code');
