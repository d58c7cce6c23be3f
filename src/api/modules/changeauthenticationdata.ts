import { changeCredentials } from '../authentication/credential-change.ts';
import { dynamicForms } from '../authentication/forms.ts';
import { type Call, defineModule } from '../define.ts';

/** `action=changeauthenticationdata`: changes credentials of the signed-in account. */
export const changeauthenticationdata = defineModule({
  name: 'changeauthenticationdata',
  group: 'action',
  prefix: 'changeauth',
  className: 'ApiChangeAuthenticationData',
  params: { request: { type: 'string', required: true } },
  mustBePosted: true,
  writes: true,
  token: 'csrf',
  dynamic: dynamicForms('change'),
  examples: [
    {
      query:
        'action=changeauthenticationdata&changeauthrequest=MediaWiki%5CAuth%5CPasswordAuthenticationRequest&password=ExamplePassword&retype=ExamplePassword&changeauthtoken=123ABC',
      message: 'apihelp-changeauthenticationdata-example-password',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Manage_authentication_data'],
  errors: ['notloggedin', 'reauthenticate', 'badrequest', 'badretype', 'badaccess'],
  handle: (call) =>
    changeCredentials(call as unknown as Call, call.params.request, {
      action: 'change',
      notSignedIn: 'apierror-mustbeloggedin-changeauthenticationdata',
      noRequest: 'apierror-changeauth-norequest',
    }),
});
