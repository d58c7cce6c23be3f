import { isValidEmail } from '../../accounts/names/index.ts';
import { msg, plain } from '../../base/message.ts';
import { ApiError, apiError } from '../../errors/api-error.ts';
import { dialect } from '../../errors/dialect.ts';
import {
  hasResetRoute,
  isResetThrottled,
  type ResetTarget,
  resetRefusal,
  sendResets,
} from '../../providers/temporary-password/reset.ts';
import { type Call, defineModule, type ParamSpecs } from '../define.ts';

/** Nothing, or a mail address: neither can be a user name here. */
const isNoName = (text: string): boolean => text === '' || text.includes('@');

/** `action=resetpassword`: mails temporary passwords. Whether an account exists is never shown. */
export const resetpassword = defineModule({
  name: 'resetpassword',
  group: 'action',
  prefix: '',
  className: 'ApiResetPassword',
  params: ({ config }): ParamSpecs => ({
    ...(config.passwordReset.routes.username && {
      user: dialect(config.api.compat, 'resetUserMayBeEmail')
        ? { type: 'user' as const, subtypes: ['name'] as const, asIs: isNoName }
        : { type: 'user' as const, subtypes: ['name'] as const },
    }),
    ...(config.passwordReset.routes.email && { email: { type: 'string' as const } }),
  }),
  mustBePosted: true,
  writes: true,
  token: 'csrf',
  disabled: (services) => !hasResetRoute(services),
  disabledKey: 'apihelp-resetpassword-description-noroutes',
  examples: [
    { query: 'action=resetpassword&user=Example&token=123ABC', message: 'apihelp-resetpassword-example-user' },
    {
      query: 'action=resetpassword&user=user@example.com&token=123ABC',
      message: 'apihelp-resetpassword-example-email',
    },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Manage_authentication_data'],
  errors: [
    'badaccess',
    'passwordreset-emaildisabled',
    'blocked-mailpassword',
    'passwordreset-nodata',
    'passwordreset-invalidemail',
  ],
  async handle(call) {
    const { services, actor } = call;
    const { compat } = services.config.api;
    const given = readParams(call);
    if (dialect(compat, 'resetChecksRequest')) checkCombination(call, given);
    const refusal = await resetRefusal(services, actor);
    if (refusal) throw new ApiError([refusal]);
    const checked = dialect(compat, 'resetChecksRequest') ? targetOf(call, given) : null;
    // Over the limit the answer is the ordinary one, before anything else is looked at.
    if (!(await isResetThrottled(services, actor))) {
      services.background(sendResets(services, actor, checked ?? targetOf(call, given)));
    }
    call.result.resetpassword = { status: 'success' };
  },
});

interface Given {
  readonly user: string | null;
  readonly email: string | null;
}

const readParams = (call: Call): Given => {
  const { user = null, email = null } = call.params as unknown as Partial<Given>;
  return { user, email };
};

/** The documentation's codes for requests that cannot mean anything. */
function checkCombination(call: Call, { user, email }: Given): void {
  const { routes } = call.services.config.passwordReset;
  const names = [...(routes.username ? ['user'] : []), ...(routes.email ? ['email'] : [])];
  const list = { list: names.map((name) => plain(call.paramName(name))), type: 'text' as const };
  if (user === null && email === null) {
    throw apiError(msg('apierror-missingparam-at-least-one-of', list, names.length), 'missingparam');
  }
  const both = (user ?? '') !== '' && (email ?? '') !== '';
  if (both && !call.services.config.passwordReset.requireBoth) {
    throw apiError(msg('apierror-invalidparammix', list, names.length), 'invalidparammix');
  }
}

function targetOf(call: Call, { user, email }: Given): ResetTarget {
  const { config, accounts } = call.services;
  const strict = dialect(config.api.compat, 'resetChecksRequest');
  // `0` is no name to MediaWiki.
  if (user !== null && user !== '' && user !== '0') {
    if (user.includes('@') && dialect(config.api.compat, 'resetUserMayBeEmail')) return byEmail(user, strict);
    const name = accounts.canonical(user, 'valid');
    if (name === null) throw apiError(msg('apierror-baduser', call.paramName('user'), plain(user)), 'baduser');
    return { name, email };
  }
  if (email !== null && email !== '' && email !== '0') return byEmail(email, strict);
  throw apiError(msg('passwordreset-nodata'));
}

function byEmail(email: string, strict: boolean): ResetTarget {
  if (strict && !isValidEmail(email)) throw apiError(msg('passwordreset-invalidemail'));
  return { email };
}
