import { botCredentials, checkBotPassword } from '../../auth/bot-login.ts';
import { fillAll } from '../../auth/request.ts';
import { type Message, msg } from '../../base/message.ts';
import { type CodedMessage, coded } from '../../errors/coded-message.ts';
import { dialect } from '../../errors/dialect.ts';
import { authCall } from '../authentication/forms.ts';
import { type Call, defineModule } from '../define.ts';
import type { ResultObject } from '../result.ts';

const params = {
  name: { type: 'string' },
  password: { type: 'password' },
  domain: { type: 'string' },
  token: { type: 'string', sensitive: true, help: msg('api-help-param-token', 'login') },
} as const;

type LoginCall = Call<typeof params>;

/** `action=login`: signs a program in with a bot password; with the account's own password as a deprecated way. */
export const login = defineModule({
  name: 'login',
  group: 'action',
  prefix: 'lg',
  className: 'ApiLogin',
  params,
  mustBePosted: true,
  writes: true,
  needsReadRight: false,
  deprecated: (services) => !services.config.botPasswords.enabled,
  examples: [
    { query: 'action=login&lgname=user&lgpassword=password&lgtoken=123ABC', message: 'apihelp-login-example-login' },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Login'],
  async handle(call) {
    if (call.lacksSameOrigin) {
      answer(call, 'Aborted', { reason: coded(msg('api-login-fail-sameorigin')) });
      return;
    }
    call.requirePosted(['lgpassword', 'lgtoken']);
    const { session } = call.actor;
    if (session.kind === 'bot') {
      const provider = 'MediaWiki\\Session\\BotPasswordSessionProvider sessions';
      answer(call, 'Aborted', { reason: coded(msg('api-login-fail-badsessionprovider', provider)) });
      return;
    }
    const token = call.params.token ?? '';
    if (token === '') {
      answer(call, 'NeedToken', { token: session.token('login') });
      call.deprecated(msg('apiwarn-deprecation-login-token'), 'action=login&!lgtoken');
      return;
    }
    const known = await session.knowsLoginTokens();
    const good = session.checkToken('login', token);
    if (!known) answer(call, 'Failed', { reason: coded(msg('authpage-cannot-login-continue'), 'sessionlost') });
    else if (!good) answer(call, 'WrongToken');
    else await signIn(call);
  },
});

function answer(
  call: LoginCall,
  result: 'Success' | 'Failed' | 'Aborted' | 'NeedToken' | 'WrongToken' | 'Throttled',
  more: { reason?: CodedMessage; token?: string; wait?: number; user?: { id: number; name: string } } = {},
): void {
  const out: ResultObject = { result };
  if (more.user) {
    out.lguserid = more.user.id;
    out.lgusername = more.user.name;
  }
  if (more.token !== undefined) out.token = more.token;
  if (more.wait !== undefined) out.wait = more.wait;
  if (more.reason) out.reason = call.format.reason(more.reason);
  call.result.login = out;
}

async function signIn(call: LoginCall): Promise<void> {
  const { services, actor } = call;
  const name = call.params.name ?? '';
  const password = call.params.password ?? '';
  const botsEnabled = services.config.botPasswords.enabled;
  const bot = botsEnabled ? botCredentials(name, password) : null;
  if (bot) {
    const checked = await checkBotPassword(services, actor, bot);
    if (checked.ok) {
      await actor.session.signInBot(checked.user, checked.botPassword);
      answer(call, 'Success', { user: checked.user });
      return;
    }
    if (checked.final) {
      fail(call, checked.message);
      return;
    }
  }
  if (services.config.login.mainAccount === 'refuse') {
    answer(call, 'Aborted', { reason: coded(msg('api-login-fail-aborted')) });
    return;
  }
  await signInMain(call, name, password, botsEnabled);
}

async function signInMain(call: LoginCall, username: string, password: string, botsEnabled: boolean): Promise<void> {
  const { auth } = call.services;
  const forms = await auth.forms('login', authCall(call as unknown as Call));
  const filled = fillAll(forms, { username, password, domain: call.params.domain ?? undefined, rememberMe: true });
  const outcome = await auth.begin('login', authCall(call as unknown as Call), filled, 'null:');
  if (outcome.status === 'PASS') {
    const { user } = call.actor.session;
    if (!user) throw new Error('signed in without a user');
    const text: Message = msg(`apiwarn-deprecation-login-${botsEnabled ? 'botpw' : 'nobotpw'}`);
    call.deprecated(text, 'main-account-login');
    answer(call, 'Success', { user });
  } else if (outcome.status === 'FAIL') {
    fail(call, outcome.message);
  } else {
    answer(call, 'Aborted', { reason: coded(msg(`api-login-fail-aborted${botsEnabled ? '' : '-nobotpw'}`)) });
  }
}

/** A failure; in the documented dialect too many attempts are `Throttled`, with the seconds to wait. */
function fail(call: LoginCall, message: CodedMessage): void {
  const { compat } = call.services.config.api;
  if (message.code !== 'login-throttled' || dialect(compat, 'loginThrottledResult') === 'Failed') {
    answer(call, 'Failed', { reason: message });
    return;
  }
  const [wait] = message.message.params;
  const seconds = typeof wait === 'object' && 'duration' in wait ? wait.duration : 0;
  answer(call, 'Throttled', { reason: message, wait: seconds });
}
