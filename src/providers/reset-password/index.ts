import { abstain, type Outcome, pass, ui } from '../../auth/outcome.ts';
import type { FlowContext, Provider } from '../../auth/provider.ts';
import { type AuthRequest, type FilledRequest, literal, textOf } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import { coded } from '../../errors/coded-message.ts';
import { joined } from '../../errors/joined.ts';
import type { UserRecord } from '../../storage/ports/index.ts';
import { PASSWORD_REQUEST, passwordRequest } from '../password/request.ts';
import { RESET_NOTE, type ResetNote } from './note.ts';

const SKIP_REQUEST = 'MediaWiki\\Auth\\ButtonAuthenticationRequest:skipReset';

const skipRequest: AuthRequest = {
  id: SKIP_REQUEST,
  required: 'optional',
  provider: literal('MediaWiki\\Auth\\ButtonAuthenticationRequest'),
  account: literal(SKIP_REQUEST),
  fields: {
    skipReset: {
      type: 'button',
      label: msg('authprovider-resetpass-skip-label'),
      help: msg('authprovider-resetpass-skip-help'),
    },
  },
};

/** Asks for a new password when the one used has run out, is against the policy, or was a mailed temporary one. */
export const resetPassword: Provider = {
  id: 'reset-password',
  kind: 'secondary',
  afterSignIn: (context, _filled, user) => askOrChange(context, [], user),
  continueSignIn: async (context, filled, user) => (user ? askOrChange(context, filled, user) : abstain()),
};

async function askOrChange(context: FlowContext, filled: readonly FilledRequest[], user: UserRecord): Promise<Outcome> {
  const note = context.notes[RESET_NOTE] as ResetNote | undefined;
  if (!note) return abstain();
  const form = passwordRequest('change', user.name, note.hard ? 'required' : 'optional');
  const forms = note.hard ? [form] : [form, skipRequest];
  if (!note.hard && filled.some((f) => f.id === SKIP_REQUEST)) {
    delete context.notes[RESET_NOTE];
    return pass();
  }
  const sent = filled.find((f) => f.id === PASSWORD_REQUEST);
  if (!sent) return ui(forms, note.message);
  if (textOf([sent], PASSWORD_REQUEST, 'password') !== textOf([sent], PASSWORD_REQUEST, 'retype')) {
    return ui(forms, coded(msg('badretype')));
  }
  const call = { actor: context.actor, now: context.now, language: context.language };
  const problems = (await context.services.auth.allowsChange(call, user, sent, false)) ?? [];
  if (problems.length > 0) return ui(forms, joined(problems, context.services.config.api.compat));
  await context.services.auth.change(call, user, sent, false);
  delete context.notes[RESET_NOTE];
  return pass();
}
