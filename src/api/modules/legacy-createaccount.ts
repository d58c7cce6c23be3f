import { isLanguageCode } from '../../accounts/language-codes.ts';
import type { Outcome } from '../../auth/outcome.ts';
import { msg } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { cookieNames } from '../../sessions/index.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { authCall } from '../authentication/forms.ts';
import { type Alternative, defineModule } from '../define.ts';
import { neededCaptcha } from '../legacy-creation/captcha.ts';
import { anyCall, type LegacyCall, legacyParams } from '../legacy-creation/params.ts';
import { legacyRefusal, REFUSAL_CODES } from '../legacy-creation/refusal.ts';
import { requestsOf } from '../legacy-creation/requests.ts';
import { isLegacyToken, legacyToken } from '../legacy-creation/token.ts';
import { list, type ResultObject } from '../result.ts';

/**
 * `action=createaccount` as it was before MediaWiki 1.27: one request that makes the account, and a first one without
 * a token that is answered with it. The same manager as today's module decides.
 */
const legacyModule = defineModule({
  name: 'createaccount',
  group: 'action',
  prefix: '',
  className: 'ApiCreateAccount',
  params: legacyParams,
  mustBePosted: true,
  writes: true,
  needsReadRight: false,
  errorsFollowLanguage: true,
  examples: [],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Account_creation/pre-1.27'],
  errors: ['nocookiesfornew', 'langinvalid', ...REFUSAL_CODES],
  async handle(call) {
    if (call.lacksSameOrigin) throw apiError(msg('createaccount-sameorigin'), 'aborted');
    const name = call.params.name ?? '';
    if (name === '') throw apiError(msg('noname'), 'noname');
    if (!hasToken(call)) {
      call.result.createaccount = { token: legacyToken(call.actor.session), result: 'needtoken' };
      return;
    }
    const { language, mailpassword } = call.params;
    if (language !== null && language !== '' && !isLanguageCode(language)) {
      throw apiError(msg('apierror-invalidlang', call.paramName('language')), 'langinvalid');
    }
    const sent = { ...call.params, retype: call.params.password };
    const { forms, filled } = await requestsOf(anyCall(call), sent);
    const outcome = await call.services.auth.begin('create', authCall(call), filled, '');
    if (outcome.status !== 'FAIL') {
      call.result.createaccount = await answer(call, outcome);
      return;
    }
    const captcha = neededCaptcha(outcome.message, forms, filled);
    if (captcha === null) throw legacyRefusal(outcome.message, { name, mailpassword });
    call.result.createaccount = { result: 'NeedCaptcha', captcha };
  },
});

/** Whether the request brings a token of its session. One from nowhere ends the call. */
function hasToken({ actor, params, request, services }: LegacyCall): boolean {
  const token = params.token ?? '';
  if (token === '') return false;
  const { session } = actor;
  if (session.isNew && !request.cookies.has(cookieNames(services.config.sessions.cookiePrefix).session)) {
    // The answer brings the cookie, so that the next attempt can go on.
    session.start();
    throw apiError(msg('nocookiesfornew'));
  }
  return isLegacyToken(session, token);
}

async function answer(call: LegacyCall, outcome: Exclude<Outcome, { status: 'FAIL' }>): Promise<ResultObject> {
  const user = await madeAccount(call);
  const { session } = call.actor;
  if (outcome.status !== 'PASS') await session.forget('create');
  if (!user) {
    // A provider wants to go on in a conversation, which this interface has no words for.
    throw apiError(msg('createaccount-needs-steps'), 'aborted');
  }
  const warnings = outcome.status === 'PASS' ? (outcome.warnings ?? []) : [];
  return {
    token: call.params.token ?? '',
    userid: user.id,
    username: user.name,
    result: warnings.length > 0 ? 'warning' : 'success',
    ...(warnings.length > 0 && { warnings: list('warning', call.format.list(warnings, 'warning')) }),
  };
}

/** The account under the name: there was none before, or the manager would have refused. */
const madeAccount = ({ params, services }: LegacyCall): Promise<UserRecord | null> =>
  services.accounts.find(params.name ?? '');

/** For requests with a `name` and no parameter of today's interface. */
export const legacyCreateAccount: Alternative = {
  when: (sent, { config }) =>
    config.api.legacyCreateAccount && sent.includes('name') && !sent.some((name) => name.startsWith('create')),
  module: legacyModule,
};
