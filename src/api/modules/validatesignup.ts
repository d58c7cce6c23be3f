import { isValidEmail } from '../../accounts/names/index.ts';
import { throttleKey } from '../../base/ip.ts';
import { type Message, msg } from '../../base/message.ts';
import { byteLength } from '../../base/utf8.ts';
import { apiError } from '../../errors/api-error.ts';
import { type CodedMessage, coded } from '../../errors/coded-message.ts';
import { authCall } from '../authentication/forms.ts';
import { type Call, defineModule } from '../define.ts';

const FIELDS = ['username', 'email', 'password', 'passwordlength'] as const;

const params = {
  field: { type: 'enum', values: FIELDS, required: true },
  inputVal: { type: 'string', default: '' },
  name: { type: 'string' },
} as const;

type Check = (call: Call<typeof params>) => Promise<CodedMessage | null>;

/**
 * What is wrong with the value of a field; null when nothing is. Whether an address has an account is never told; names are
 * public.
 */
const CHECKS: Readonly<Record<(typeof FIELDS)[number], Check>> = {
  async username(call) {
    call.requireRight('createaccount');
    const { accounts, auth } = call.services;
    const given = call.params.inputVal;
    if (await accounts.find(given)) return coded(msg('userexists'));
    const name = accounts.canonical(given, 'creatable');
    return name === null ? coded(msg('noname'), 'noname') : auth.checkName(authCall(call), name);
  },

  async email({ params: { inputVal }, services: { config } }) {
    if (inputVal === '') return config.accounts.requireEmail ? coded(msg('noemailcreate')) : null;
    return isValidEmail(inputVal) ? null : coded(msg('invalidemailaddress'));
  },

  async password(call) {
    call.requirePosted(['inputVal']);
    const { accounts, passwords } = call.services;
    const name = accounts.canonical(call.params.name ?? '', 'creatable') ?? '';
    const { failures } = await passwords.check({ name, groups: [], password: call.params.inputVal });
    return failures[0] ?? null;
  },

  async passwordlength(call) {
    call.requirePosted(['inputVal']);
    const minimum = minimumLength(call);
    const given = call.params.inputVal;
    return given !== '' && byteLength(given.normalize()) < minimum ? coded(msg('passwordtooshort', minimum)) : null;
  },
};

/** The fewest bytes that the password of a new account may have. */
function minimumLength({ services }: Call<typeof params>): number {
  const rule = services.passwords.policyFor([]).MinimalPasswordLength ?? 0;
  return Number(typeof rule === 'object' ? rule.value : rule);
}

/**
 * `action=validatesignup` of the SignupAPI extension (2011): checks a field of a form for new accounts while somebody fills
 * it in. The answer stands under `signup`, as the extension's, and under the module's own name.
 */
export const validatesignup = defineModule({
  name: 'validatesignup',
  group: 'action',
  prefix: '',
  className: 'ApiValidateSignup',
  params,
  needsReadRight: false,
  examples: [
    { query: 'action=validatesignup&field=username&inputVal=Example', message: 'apihelp-validatesignup-example-name' },
    { query: 'action=validatesignup&field=passwordlength', message: 'apihelp-validatesignup-example-length' },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/Extension:SignupAPI'],
  errors: ['actionthrottledtext'],
  async handle(call) {
    await countCheck(call);
    const { field } = call.params;
    const problem = await CHECKS[field](call);
    const message: Message = problem?.message ?? msg('signupapi-ok');
    const text = call.services.messages.plain(message, call.language);
    const found = {
      result: field === 'passwordlength' ? minimumLength(call) : text,
      code: problem?.code ?? 'ok',
      good: problem === null,
    };
    call.result.signup = found;
    call.result.validatesignup = { ...found };
  },
});

/** Typing asks often; a program that tries names asks more often. */
async function countCheck({ actor, services }: Call<typeof params>): Promise<void> {
  if (actor.rights.has('noratelimit')) return;
  const limits = services.config.throttles.signupChecks.perAddress;
  const exceeded = await services.throttle.hit('signup-check', throttleKey(actor.address), limits);
  if (exceeded) throw apiError(msg('actionthrottledtext'));
}
