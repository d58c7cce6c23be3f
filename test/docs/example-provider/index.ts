import type { Provider } from '../../../src/auth/provider.ts';
import { textOf } from '../../../src/auth/request.ts';
import { sha256Hex } from '../../../src/base/digest.ts';
import { msg } from '../../../src/base/message.ts';
import { coded } from '../../../src/errors/coded-message.ts';

const ID = 'InvitationAuthenticationRequest';
const NOTE = 'invitation';
/** How long a used code is remembered. Take a code out of the configuration before that. */
const REMEMBER_MS = 365 * 86_400_000;

/** Visitors need an invitation to create an account. Each code is good for one account. */
export const invitation = (codes: readonly string[]): Provider => ({
  id: 'invitation',
  kind: 'pre',

  forms(action, _context, { username }) {
    if (action !== 'create' || username !== null) return [];
    return [
      {
        id: ID,
        required: 'required',
        fields: {
          invitation: {
            type: 'string',
            label: msg('invitation-label'),
            help: msg('invitation-help'),
            sensitive: true,
          },
        },
      },
    ];
  },

  async checkCreation({ services, notes }, _draft, creator, filled) {
    if (creator !== null) return null;
    const code = textOf(filled, ID, 'invitation');
    if (code === null || !codes.includes(code)) return coded(msg('invitation-unknown'));
    const key = `invitation:${sha256Hex(code)}`;
    if (!(await services.volatile.add(key, 'used', REMEMBER_MS))) return coded(msg('invitation-used'));
    notes[NOTE] = key;
    return null;
  },

  async ended({ services, notes }, outcome) {
    const key = notes[NOTE];
    if (outcome.status === 'FAIL' && typeof key === 'string') await services.volatile.delete(key);
  },
});
