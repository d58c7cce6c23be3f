import { checkReturnUrl, runFlow } from '../authentication/flow-module.ts';
import { dynamicForms, formParams } from '../authentication/forms.ts';
import { defineModule } from '../define.ts';
import { legacyCreateAccount } from './legacy-createaccount.ts';

/** `action=createaccount`: makes an account, step by step. An anonymous creator is not signed in by it. */
export const createaccount = defineModule({
  name: 'createaccount',
  group: 'action',
  prefix: 'create',
  className: 'ApiAMCreateAccount',
  params: formParams,
  mustBePosted: true,
  writes: true,
  needsReadRight: false,
  token: 'createaccount',
  tokenMissingCode: 'createAccountMissingToken',
  alternative: legacyCreateAccount,
  dynamic: dynamicForms('create'),
  examples: [
    {
      query:
        'action=createaccount&username=Example&password=ExamplePassword&retype=ExamplePassword&createreturnurl=http://example.org/&createtoken=123ABC',
      message: 'apihelp-createaccount-example-create',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Account_creation'],
  errors: ['badurl_createreturnurl'],
  async handle(call) {
    checkReturnUrl(call);
    await runFlow(call, 'create');
  },
});
