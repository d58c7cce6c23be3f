import { msg, plain } from '../../base/message.ts';
import { apiError } from '../../errors/api-error.ts';
import { dialect } from '../../errors/dialect.ts';
import { type Call, defineModule } from '../define.ts';
import { mark, type ResultObject } from '../result.ts';

const params = {
  password: { type: 'password', required: true, missingCode: 'validateMissingPassword' },
  user: { type: 'user', subtypes: ['name', 'id'] },
  email: { type: 'string' },
  realname: { type: 'string' },
} as const;

/** `action=validatepassword`: holds a password against the policies. */
export const validatepassword = defineModule({
  name: 'validatepassword',
  group: 'action',
  prefix: '',
  className: 'ApiValidatePassword',
  params,
  mustBePosted: true,
  examples: [
    { query: 'action=validatepassword&password=foobar', message: 'apihelp-validatepassword-example-1' },
    { query: 'action=validatepassword&password=querty&user=Example', message: 'apihelp-validatepassword-example-2' },
  ],
  helpUrls: ['https://www.mediawiki.org/wiki/Special:MyLanguage/API:Validatepassword'],
  errors: ['baduser_user', 'userexists', 'nopassword'],
  async handle(call) {
    call.requirePosted(['password']);
    const { accounts, passwords } = call.services;
    const name = call.params.user === null ? call.actor.name : await freeName(call, call.params.user);
    const groups = accounts.effectiveGroups(call.params.user === null ? call.actor.user : null);
    const status = await passwords.check({ name, groups, password: call.params.password });
    const out: ResultObject = { validity: status.validity };
    if (status.failures.length > 0) {
      const messages = call.format.list(status.failures, 'error');
      out.validitymessages = call.format.name === 'bc' ? mark(messages, { tag: 'warning' }) : messages;
    }
    call.result.validatepassword = out;
  },
});

/** The name, when an account could be made under it; ends the call otherwise. */
async function freeName(call: Call<typeof params>, given: string): Promise<string> {
  const { accounts, config } = call.services;
  if (await accounts.find(given)) throw apiError(msg('userexists'));
  const name = accounts.canonical(given, 'creatable');
  if (name !== null) return name;
  const code = dialect(config.api.compat, 'validateUnusableUser');
  throw apiError(msg('apierror-baduser', call.paramName('user'), plain(given)), code);
}
