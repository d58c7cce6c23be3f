import { tidyReason } from '../../accounts/blocking.ts';
import type { Provider } from '../../auth/provider.ts';
import { textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';

/** Id of the form. */
export const CREATION_REASON_REQUEST = 'MediaWiki\\Auth\\CreationReasonAuthenticationRequest';

/** Why somebody makes an account for another person: stands in the public log. */
export const creationReason: Provider = {
  id: 'creation-reason',
  kind: 'pre',
  forms(action, _context, { username }) {
    if (action !== 'create' || username === null) return [];
    return [
      {
        id: CREATION_REASON_REQUEST,
        required: 'optional',
        fields: { reason: { type: 'string', label: msg('createacct-reason'), help: msg('createacct-reason-help') } },
      },
    ];
  },
  async checkData(_context, draft, _creator, filled) {
    draft.reason = tidyReason(textOf(filled, CREATION_REASON_REQUEST, 'reason') ?? '');
    return null;
  },
};
