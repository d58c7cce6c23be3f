import type { Provider } from '../../auth/provider.ts';
import { msg } from '../../base/message.ts';

/** Id of the form. */
export const USERNAME_REQUEST = 'MediaWiki\\Auth\\UsernameAuthenticationRequest';

/** The name of a new account, for forms whose primary provider does not ask for one. */
export const userName: Provider = {
  id: 'user-name',
  kind: 'pre',
  forms(action) {
    if (action !== 'create') return [];
    return [
      {
        id: USERNAME_REQUEST,
        required: 'required',
        fields: {
          username: { type: 'string', label: msg('userlogin-yourname'), help: msg('authmanager-username-help') },
        },
      },
    ];
  },
};
