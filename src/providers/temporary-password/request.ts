import { type AuthRequest, literal } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';

/** Id of the form that asks for a password by mail. */
export const TEMPORARY_REQUEST = 'MediaWiki\\Auth\\TemporaryPasswordAuthenticationRequest';

/** The form: one box to tick. */
export const temporaryPasswordRequest = (account: string): AuthRequest => ({
  id: TEMPORARY_REQUEST,
  required: 'required',
  provider: msg('authmanager-provider-temporarypassword'),
  account: literal(account),
  fields: {
    mailpassword: {
      type: 'checkbox',
      label: msg('createaccountmail'),
      help: msg('createaccountmail-help'),
    },
  },
});
