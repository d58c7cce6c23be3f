import { createHash } from 'node:crypto';
import { coded, defineProvider, msg, textOf, z } from 'latchkey/provider';

const REQUEST = 'InviteCodeAuthenticationRequest';
const NOTE = 'invite-code';
/** How long a used code is remembered. Take a code out of the options before that. */
const REMEMBER_MS = 365 * 86_400_000;

/** Visitors need an invitation code to create an account. Each code is good for one account. */
export default defineProvider({
  id: 'invite-code',
  kind: 'pre',
  options: z.strictObject({ codes: z.array(z.string().min(1)).min(1) }),
  messages: {
    en: {
      'invite-code-label': 'Invitation code',
      'invite-code-help': 'The code in the letter that invited you.',
      'invite-code-wrong': 'This is no invitation code of this site.',
      'invite-code-used': 'Somebody has created an account with this invitation code before.',
    },
    de: {
      'invite-code-label': 'Einladungscode',
      'invite-code-wrong': 'Das ist kein Einladungscode dieser Website.',
    },
  },

  create: ({ codes }) => ({
    forms(action, _context, { username }) {
      // Who is signed in creates accounts for others, and is trusted to invite them.
      if (action !== 'create' || username !== null) return [];
      return [
        {
          id: REQUEST,
          required: 'required',
          fields: {
            inviteCode: {
              type: 'string',
              label: msg('invite-code-label'),
              help: msg('invite-code-help'),
              sensitive: true,
            },
          },
        },
      ];
    },

    async checkCreation({ services, notes }, _draft, creator, filled) {
      if (creator !== null) return null;
      const code = textOf(filled, REQUEST, 'inviteCode');
      if (code === null || !codes.includes(code)) return coded(msg('invite-code-wrong'));
      // Taken in one step: of two requests at once one gets it.
      const key = `invite-code:${createHash('sha256').update(code).digest('hex')}`;
      if (!(await services.volatile.add(key, 'used', REMEMBER_MS))) return coded(msg('invite-code-used'));
      notes[NOTE] = key;
      return null;
    },

    async ended({ services, notes }, outcome) {
      const key = notes[NOTE];
      if (outcome.status === 'FAIL' && typeof key === 'string') await services.volatile.delete(key);
    },
  }),
});
