import { isValidEmail } from '../../accounts/names/index.ts';
import type { Field } from '../../auth/fields.ts';
import type { Provider } from '../../auth/provider.ts';
import { textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';
import { dialect } from '../../errors/dialect.ts';

/** Id of the form. */
export const USER_DATA_REQUEST = 'MediaWiki\\Auth\\UserDataAuthenticationRequest';

/** Mail address and real name of a new account. */
export const userData: Provider = {
  id: 'user-data',
  kind: 'pre',

  forms(action, { services: { config } }) {
    if (action !== 'create') return [];
    const fields: Record<string, Field> = {};
    if (config.mail.enabled) {
      fields.email = {
        type: 'string',
        label: msg('authmanager-email-label'),
        help: msg('authmanager-email-help'),
        optional: true,
      };
    }
    if (!config.accounts.hideRealName) {
      fields.realname = {
        type: 'string',
        label: msg('authmanager-realname-label'),
        help: msg('authmanager-realname-help'),
        optional: true,
      };
    }
    if (Object.keys(fields).length === 0) return [];
    return [
      {
        id: USER_DATA_REQUEST,
        required: 'required',
        fields,
        partial: dialect(config.api.compat, 'emailWithoutRealName'),
      },
    ];
  },

  async checkData({ services: { config } }, draft, _creator, filled) {
    draft.email = textOf(filled, USER_DATA_REQUEST, 'email') ?? '';
    draft.realName = textOf(filled, USER_DATA_REQUEST, 'realname') ?? '';
    if (draft.email !== '' && !isValidEmail(draft.email)) return coded(msg('invalidemailaddress'));
    const needed = config.accounts.requireEmail && dialect(config.api.compat, 'requireEmailAtCreation');
    return needed && draft.email === '' ? coded(msg('noemailcreate')) : null;
  },
};
