import type { FlowName } from '../../auth/provider.ts';
import { msg, plain } from '../../base/message.ts';
import { isAbsoluteReturnUrl } from '../../base/url.ts';
import { apiError } from '../../errors/api-error.ts';
import type { Call, ParamSpecs } from '../define.ts';
import { authCall, type FormMessageFormat, readForms } from './forms.ts';
import { writeOutcome } from './outcome.ts';

interface FlowParams {
  readonly requests: readonly string[] | null;
  readonly messageformat: string;
  readonly mergerequestfields: boolean;
  readonly returnurl: string | null;
  readonly continue: boolean;
  readonly preservestate?: boolean;
}

/** Ends the call unless a flow is begun with an absolute return address, or one is to go on. */
export function checkReturnUrl<P extends ParamSpecs>(call: Call<P>): void {
  const params = call.params as unknown as FlowParams;
  call.requireOne('atLeast', 'continue', 'returnurl');
  if (params.returnurl === null || isAbsoluteReturnUrl(params.returnurl)) return;
  const name = call.paramName('returnurl');
  throw apiError(msg('apierror-badurl', name, plain(params.returnurl)), `badurl_${name}`);
}

/** Begins a flow, or goes on with it, by the fields of the request; answers under the module's name. */
export async function runFlow<P extends ParamSpecs>(call: Call<P>, flow: FlowName): Promise<void> {
  const params = call.params as unknown as FlowParams;
  const untyped = call as unknown as Call;
  const { auth } = call.services;
  const style = { messageformat: params.messageformat as FormMessageFormat, merge: params.mergerequestfields };
  const refused = flow === 'login' && !auth.canAuthenticateNow(call.actor);
  const forms = refused ? [] : await readForms(untyped, params.continue ? `${flow}-continue` : flow, params.requests);
  const outcome =
    params.continue && !refused
      ? await auth.resume(flow, authCall(call), forms)
      : await auth.begin(flow, authCall(call), forms, params.returnurl ?? '', params.preservestate);
  call.result[call.module.name] = writeOutcome(untyped, outcome, style);
}
