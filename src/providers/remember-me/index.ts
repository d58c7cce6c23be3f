import { REMEMBER_NOTE } from '../../auth/flows/login.ts';
import type { Provider } from '../../auth/provider.ts';
import type { AuthRequest } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';

const ID = 'MediaWiki\\Auth\\RememberMeAuthenticationRequest';

/** The choice to stay signed in beyond the session. Where nobody can sign in (bot session) it has nothing to choose. */
export const rememberMe: Provider = {
  id: 'remember-me',
  kind: 'pre',

  forms(action, { actor, services }): AuthRequest[] {
    if (action !== 'login') return [];
    if (!services.auth.canAuthenticateNow(actor)) return [{ id: ID, required: 'optional', fields: {} }];
    const days = services.config.sessions.rememberDays;
    return [
      {
        id: ID,
        required: 'optional',
        fields: {
          rememberMe: {
            type: 'checkbox',
            label: msg('userlogin-remembermypassword', { num: days }),
            help: msg('authmanager-userlogin-remembermypassword-help'),
            optional: true,
          },
        },
      },
    ];
  },

  async checkSignIn(context, filled) {
    context.notes[REMEMBER_NOTE] = filled.some((f) => f.id === ID && f.values.rememberMe === true);
    return null;
  },
};
