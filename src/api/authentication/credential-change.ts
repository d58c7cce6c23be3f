import type { AuthAction } from '../../auth/provider.ts';
import { type FilledRequest, fill } from '../../auth/request.ts';
import { msg } from '../../base/message.ts';
import { ApiError, apiError } from '../../errors/api-error.ts';
import type { Call } from '../define.ts';
import { authCall, readForms, requireFreshSignIn } from './forms.ts';

/** What a credential module works on and says. */
export interface CredentialChange {
  readonly action: Extract<AuthAction, 'change' | 'remove' | 'unlink'>;
  /** Says that nobody is signed in. */
  readonly notSignedIn: string;
  /** Says that the request id is not one of this action, or that its fields are missing. */
  readonly noRequest: string;
}

/** Carries out the change or removal that the request names; ends the call with every reason that speaks against it. */
export async function changeCredentials(call: Call, id: string, change: CredentialChange): Promise<void> {
  const { services, actor } = call;
  if (!actor.user) throw apiError(msg(change.notSignedIn), 'notloggedin');
  if (actor.session.kind === 'bot' && !services.config.sessions.botMayChangePassword) {
    throw apiError(msg('apierror-botsession-credentials'), 'badaccess');
  }
  requireFreshSignIn(call);
  const remove = change.action !== 'change';
  const filled = remove ? await removable(call, id, change.action) : (await readForms(call, 'change', [id]))[0];
  if (!filled) throw apiError(msg(change.noRequest), 'badrequest');
  const problems = await services.auth.allowsChange(authCall(call), actor.user, filled, remove);
  if (problems === null) throw apiError(msg(change.noRequest), 'badrequest');
  if (problems.length > 0) throw new ApiError(problems);
  await services.auth.change(authCall(call), actor.user, filled, remove);
  call.result[call.module.name] = { status: 'success' };
}

/** A removal needs no fields: naming the request is enough. */
async function removable(call: Call, id: string, action: AuthAction): Promise<FilledRequest | undefined> {
  const forms = await call.services.auth.forms(action, authCall(call));
  const form = forms.find((candidate) => candidate.id === id);
  return form && (fill(form, {}) ?? { id, values: {} });
}
