import { changeCredentials } from '../authentication/credential-change.ts';
import { type Call, defineModule } from '../define.ts';

/** `action=unlinkaccount`: takes a foreign identity off the signed-in account. */
export const unlinkaccount = defineModule({
  name: 'unlinkaccount',
  group: 'action',
  prefix: '',
  className: 'ApiRemoveAuthenticationData',
  params: { request: { type: 'string', required: true } },
  mustBePosted: true,
  writes: true,
  token: 'csrf',
  examples: [
    {
      query: 'action=unlinkaccount&request=FooAuthenticationRequest&token=123ABC',
      message: 'apihelp-unlinkaccount-example-simple',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Manage_authentication_data'],
  errors: ['notloggedin', 'reauthenticate', 'badrequest', 'badaccess'],
  handle: (call) =>
    changeCredentials(call as unknown as Call, call.params.request, {
      action: 'unlink',
      notSignedIn: 'apierror-mustbeloggedin-removeauth',
      noRequest: 'apierror-changeauth-norequest',
    }),
});
