import { type AuthRequest, literal } from '../../auth/request.ts';
import { type Message, msg } from '../../base/message.ts';

/** Id of the form that clients know for passwords. */
export const PASSWORD_REQUEST = 'MediaWiki\\Auth\\PasswordAuthenticationRequest';

const USERNAME = {
  username: {
    type: 'string',
    label: msg('userlogin-yourname'),
    help: msg('authmanager-username-help'),
  },
} as const;
const PASSWORD = (label: Message) =>
  ({ password: { type: 'password', label, help: msg('authmanager-password-help'), sensitive: true } }) as const;
const RETYPE = (label: Message) =>
  ({ retype: { type: 'password', label, help: msg('authmanager-retype-help'), sensitive: true } }) as const;

/** The password form of an action. `account` is whose password it is; empty when nobody is signed in. */
export function passwordRequest(
  action: 'login' | 'create' | 'change',
  account: string,
  required: AuthRequest['required'] = 'required',
): AuthRequest {
  const fields =
    action === 'login'
      ? { ...USERNAME, ...PASSWORD(msg('userlogin-yourpassword')) }
      : action === 'create'
        ? { ...USERNAME, ...PASSWORD(msg('userlogin-yourpassword')), ...RETYPE(msg('yourpasswordagain')) }
        : { ...PASSWORD(msg('newpassword')), ...RETYPE(msg('retypenew')) };
  return {
    id: PASSWORD_REQUEST,
    required,
    provider: msg('authmanager-provider-password'),
    account: literal(account),
    fields,
  };
}
