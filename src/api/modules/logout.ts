import { defineModule } from '../define.ts';

/** `action=logout`: ends the session for every holder of its id. */
export const logout = defineModule({
  name: 'logout',
  group: 'action',
  prefix: '',
  className: 'ApiLogout',
  params: {},
  mustBePosted: true,
  needsReadRight: false,
  token: 'csrf',
  examples: [{ query: 'action=logout&token=123ABC', message: 'apihelp-logout-example-logout' }],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Logout'],
  async handle({ actor }) {
    // A caller who must be taken for nobody cannot end somebody's session.
    if (actor.session.user?.id === actor.user?.id) await actor.session.signOut();
  },
});
