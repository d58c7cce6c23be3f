import { fail } from '../../auth/outcome.ts';
import { msg } from '../../base/message.ts';
import { ApiError, apiError } from '../../errors/api-error.ts';
import { coded } from '../../errors/coded-message.ts';
import { cookieNames } from '../../sessions/index.ts';
import { authCall, dynamicForms } from '../authentication/forms.ts';
import { type Call, defineModule } from '../define.ts';
import { neededCaptcha } from '../legacy-creation/captcha.ts';
import { isOfDirectory, type LegacyRequests, requestsOf } from '../legacy-creation/requests.ts';
import type { ResultObject } from '../result.ts';
import { type SignupCall, signupParams } from '../signup/params.ts';
import { refusalResult } from '../signup/result.ts';

/**
 * `action=signup` of the SignupAPI extension (2011): one request that makes an account and signs the visitor in to it, and
 * a first one without a token that is answered with it. The same manager as that of `createaccount` decides; its refusals
 * are results here. The session id and the account's token, which the extension printed, are not given out.
 */
export const signup = defineModule({
  name: 'signup',
  group: 'action',
  prefix: '',
  className: 'ApiSignup',
  params: signupParams,
  mustBePosted: true,
  writes: true,
  answersReadOnly: true,
  needsReadRight: false,
  dynamic: dynamicForms('create'),
  examples: [
    {
      query: 'action=signup&name=Example&password=ExamplePassword&retype=ExamplePassword',
      message: 'apihelp-signup-example-first',
    },
    {
      query: 'action=signup&name=Example&password=ExamplePassword&retype=ExamplePassword&token=123ABC',
      message: 'apihelp-signup-example-token',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/Extension:SignupAPI'],
  errors: ['aborted'],
  async handle(call) {
    if (call.lacksSameOrigin) throw apiError(msg('createaccount-sameorigin'), 'aborted');
    const { session } = call.actor;
    const token = call.params.token ?? '';
    if (call.services.config.site.readOnly !== null) answer(call, 'ReadOnlyPage');
    else if (token === '') answer(call, 'NeedToken', { token: session.token('createaccount') });
    else if (session.isNew && !hasCookie(call)) {
      // The answer brings the cookie, so that the next attempt can go on.
      session.start();
      answer(call, 'NoCookies');
    } else if (!session.checkToken('createaccount', token)) answer(call, 'WrongToken');
    else await create(call);
  },
});

const answer = (call: SignupCall, result: string, more: ResultObject = {}): void => {
  call.result.signup = { result, ...more };
};

const hasCookie = ({ request, services }: SignupCall): boolean =>
  request.cookies.has(cookieNames(services.config.sessions.cookiePrefix).session);

/** What was sent as forms; null when there is no directory of that domain. */
async function formsOf(call: SignupCall): Promise<LegacyRequests | null> {
  try {
    return await requestsOf(call as unknown as Call, call.params);
  } catch (error) {
    if (error instanceof ApiError && error.errors[0]?.code === 'wrongpassword') return null;
    throw error;
  }
}

async function create(call: SignupCall): Promise<void> {
  const { params, services, actor } = call;
  const requests = await formsOf(call);
  if (!requests) {
    answer(call, 'WrongPassword', { domain: params.domain });
    return;
  }
  const outcome = await runCreation(call, requests);
  if (outcome.status === 'FAIL') {
    const { result, reason } = refusalResult(outcome.message);
    const captcha = neededCaptcha(outcome.message, requests.forms, requests.filled);
    answer(call, result, {
      ...(result === 'WrongPassword' && { domain: params.domain }),
      ...(reason && { reason: call.format.reason(reason) }),
      ...(captcha && { captcha }),
    });
    return;
  }
  if (outcome.status !== 'PASS') await actor.session.forget('create');
  const user = await services.accounts.find(params.name ?? '');
  if (!user) {
    // A provider wants to go on in a conversation, which this interface has no words for.
    answer(call, 'BlockedByHook', { reason: call.format.reason(coded(msg('createaccount-needs-steps'), 'aborted')) });
    return;
  }
  const { source_action: action, source_ns: namespace, source_article: article } = params;
  if (action ?? namespace ?? article) {
    services.log.info({ user: user.id, action, namespace, article }, 'where a person signed up');
  }
  if (!actor.user) await services.auth.signInCreated(authCall(call), user);
  answer(call, 'Success', { lguserid: user.id, lgusername: user.name });
}

/** The password of a directory is typed twice too, which only the extension's form asks for. */
function runCreation(call: SignupCall, { filled }: LegacyRequests) {
  const { password, retype } = call.params;
  if (isOfDirectory(call.params) && password !== retype) return fail(msg('badretype'));
  return call.services.auth.begin('create', authCall(call), filled, '');
}
