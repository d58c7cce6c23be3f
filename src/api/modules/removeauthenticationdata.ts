import { changeCredentials } from '../authentication/credential-change.ts';
import { type Call, defineModule } from '../define.ts';

/** `action=removeauthenticationdata`: removes credentials of the signed-in account. */
export const removeauthenticationdata = defineModule({
  name: 'removeauthenticationdata',
  group: 'action',
  prefix: '',
  className: 'ApiRemoveAuthenticationData',
  params: { request: { type: 'string', required: true } },
  mustBePosted: true,
  writes: true,
  token: 'csrf',
  examples: [
    {
      query: 'action=removeauthenticationdata&request=FooAuthenticationRequest&token=123ABC',
      message: 'apihelp-removeauthenticationdata-example-simple',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Manage_authentication_data'],
  errors: ['notloggedin', 'reauthenticate', 'badrequest', 'badaccess'],
  handle: (call) =>
    changeCredentials(call as unknown as Call, call.params.request, {
      action: 'remove',
      notSignedIn: 'apierror-mustbeloggedin-removeauth',
      noRequest: 'apierror-changeauth-norequest',
    }),
});
