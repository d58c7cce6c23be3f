import { fail } from '../../auth/outcome.ts';
import { msg } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { checkReturnUrl, runFlow } from '../authentication/flow-module.ts';
import { dynamicForms, formParams, requireFreshSignIn } from '../authentication/forms.ts';
import { writeOutcome } from '../authentication/outcome.ts';
import { type Call, defineModule } from '../define.ts';

const { preservestate: _, ...params } = formParams;

/** `action=linkaccount`: links a foreign identity to the signed-in account. */
export const linkaccount = defineModule({
  name: 'linkaccount',
  group: 'action',
  prefix: 'link',
  className: 'ApiLinkAccount',
  params,
  mustBePosted: true,
  writes: true,
  needsReadRight: false,
  token: 'csrf',
  dynamic: dynamicForms('link'),
  examples: [
    {
      query: 'action=linkaccount&provider=Example&linkreturnurl=http://example.org/&linktoken=123ABC',
      message: 'apihelp-linkaccount-example-link',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Linkaccount'],
  errors: ['notloggedin', 'badurl_linkreturnurl', 'reauthenticate'],
  async handle(call) {
    if (!call.actor.user) throw apiError(msg('apierror-mustbeloggedin-linkaccounts'), 'notloggedin');
    checkReturnUrl(call);
    requireFreshSignIn(call as unknown as Call);
    if (!call.services.auth.canLinkAccounts()) {
      const style = { messageformat: call.params.messageformat as 'wikitext', merge: call.params.mergerequestfields };
      call.result.linkaccount = writeOutcome(call as unknown as Call, fail(msg('userlogin-cannot-link')), style);
      return;
    }
    await runFlow(call, 'link');
  },
});
