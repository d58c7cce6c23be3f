import type { Provider } from '../../auth/provider.ts';
import { textOf } from '../../auth/request.ts';

/** Id of the request that brings the language; it has no form of its own. */
export const ACCOUNT_LANGUAGE_REQUEST = 'Latchkey\\AccountLanguageRequest';

/** The language that a new account is set to, where the creator says one. Its first mail is in it too. */
export const accountLanguage: Provider = {
  id: 'account-language',
  kind: 'pre',
  async checkData(_context, draft, _creator, filled) {
    const language = textOf(filled, ACCOUNT_LANGUAGE_REQUEST, 'language');
    if (language !== null) draft.options = { ...draft.options, language };
    return null;
  },
};
