import { checkReturnUrl, runFlow } from '../authentication/flow-module.ts';
import { dynamicForms, formParams } from '../authentication/forms.ts';
import { defineModule } from '../define.ts';

/** `action=clientlogin`: signs a person in, step by step. */
export const clientlogin = defineModule({
  name: 'clientlogin',
  group: 'action',
  prefix: 'login',
  className: 'ApiClientLogin',
  params: formParams,
  mustBePosted: true,
  writes: true,
  needsReadRight: false,
  token: 'login',
  dynamic: dynamicForms('login'),
  examples: [
    {
      query:
        'action=clientlogin&username=Example&password=ExamplePassword&loginreturnurl=http://example.org/&logintoken=123ABC',
      message: 'apihelp-clientlogin-example-login',
    },
    {
      query: 'action=clientlogin&logincontinue=1&OATHToken=987654&logintoken=123ABC',
      message: 'apihelp-clientlogin-example-login2',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Login'],
  errors: ['badurl_loginreturnurl'],
  async handle(call) {
    checkReturnUrl(call);
    await runFlow(call, 'login');
  },
});
