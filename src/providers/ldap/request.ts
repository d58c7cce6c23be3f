import { type AuthRequest, literal } from '../../auth/request.ts';
import { msg, plain } from '../../base/message.ts';
import { passwordRequest } from '../password/request.ts';

/** Id of the password form with a choice of domains. */
export const DOMAIN_REQUEST = 'MediaWiki\\Auth\\PasswordDomainAuthenticationRequest';

/** The password form with the choice of a directory. */
export function domainRequest(action: 'login' | 'create', domains: readonly string[]): AuthRequest {
  const { fields } = passwordRequest(action, '');
  return {
    id: DOMAIN_REQUEST,
    required: 'required',
    provider: msg('authmanager-provider-password-domain'),
    account: literal(''),
    fields: {
      ...fields,
      domain: {
        type: 'select',
        options: Object.fromEntries(domains.map((domain) => [domain, msg('$1', plain(domain))])),
        label: msg('yourdomainname'),
        help: msg('authmanager-domain-help'),
      },
    },
  };
}
