import type { Outcome } from '../../auth/outcome.ts';
import type { Call } from '../define.ts';
import type { ResultObject } from '../result.ts';
import { type FormStyle, putMessage, writeForms } from './forms.ts';

/** Writes the outcome of a flow as clients read it (MediaWiki 1.39). */
export function writeOutcome(call: Call, outcome: Outcome, style: FormStyle): ResultObject {
  const out: ResultObject = { status: outcome.status };
  switch (outcome.status) {
    case 'PASS':
      if (outcome.username !== null) out.username = outcome.username;
      return out;
    case 'REDIRECT':
      out.redirecttarget = outcome.target;
      if (outcome.data) out.redirectdata = { ...(outcome.data as ResultObject) };
      return { ...out, ...writeForms(call, outcome.requests, style) };
    case 'UI':
      Object.assign(out, writeForms(call, outcome.requests, style));
      putMessage(call, out, 'message', outcome.message.message, style);
      out.messagecode = outcome.message.code;
      return out;
    case 'FAIL':
      putMessage(call, out, 'message', outcome.message.message, style);
      out.messagecode = outcome.message.code;
      out.canpreservestate = false;
      return out;
    case 'RESTART':
      Object.assign(out, writeForms(call, [], style));
      putMessage(call, out, 'message', outcome.message.message, style);
      out.messagecode = outcome.message.code;
      out.canpreservestate = true;
      return out;
    case 'ABSTAIN':
      throw new TypeError('a flow cannot abstain');
  }
}
