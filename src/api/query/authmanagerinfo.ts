import { AUTH_ACTIONS } from '../../auth/provider.ts';
import { msg } from '../../base/message.ts';
import { authCall, type FormMessageFormat, MESSAGE_FORMATS, writeForms } from '../authentication/forms.ts';
import { type Call, defineModule } from '../define.ts';
import { child, type ResultObject } from '../result.ts';

/** `meta=authmanagerinfo`: what the forms of each action are. */
export const authmanagerinfo = defineModule({
  name: 'authmanagerinfo',
  group: 'meta',
  prefix: 'ami',
  className: 'ApiQueryAuthManagerInfo',
  params: {
    securitysensitiveoperation: { type: 'string' },
    requestsfor: { type: 'enum', values: AUTH_ACTIONS },
    mergerequestfields: { type: 'boolean', help: msg('api-help-authmanagerhelper-mergerequestfields') },
    messageformat: {
      type: 'enum',
      values: MESSAGE_FORMATS,
      default: 'wikitext',
      help: msg('api-help-authmanagerhelper-messageformat'),
    },
  },
  needsReadRight: false,
  examples: [
    {
      query: 'action=query&meta=authmanagerinfo&amirequestsfor=login',
      message: 'apihelp-query+authmanagerinfo-example-login',
    },
    {
      query: 'action=query&meta=authmanagerinfo&amirequestsfor=login&amimergerequestfields=1',
      message: 'apihelp-query+authmanagerinfo-example-login-merged',
    },
    {
      query: 'action=query&meta=authmanagerinfo&amisecuritysensitiveoperation=foo',
      message: 'apihelp-query+authmanagerinfo-example-securitysensitiveoperation',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Authmanagerinfo'],
  async handle(call) {
    const { params, actor, services } = call;
    const out: ResultObject = {
      canauthenticatenow: services.auth.canAuthenticateNow(actor),
      cancreateaccounts: services.auth.canCreateAccounts(),
      canlinkaccounts: services.auth.canLinkAccounts(),
    };
    if (params.securitysensitiveoperation !== null) {
      out.securitysensitiveoperationstatus = services.auth.securityStatus(actor, call.now);
    }
    if (params.requestsfor !== null) {
      const preserved = await services.auth.preserved(actor);
      out.haspreservedstate = preserved !== null;
      out.hasprimarypreservedstate = preserved !== null && params.requestsfor === 'create';
      out.preservedusername = preserved?.username ?? '';
      const action = params.requestsfor as (typeof AUTH_ACTIONS)[number];
      const forms = await services.auth.forms(action, authCall(call));
      const style = { messageformat: params.messageformat as FormMessageFormat, merge: params.mergerequestfields };
      Object.assign(out, writeForms(call as unknown as Call, forms, style));
    }
    child(call.result, 'query').authmanagerinfo = out;
  },
});
