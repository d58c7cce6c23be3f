import type { AuthCall } from '../auth/manager.ts';
import type { Outcome } from '../auth/outcome.ts';
import type { FlowName } from '../auth/provider.ts';
import { type AuthRequest, fillAll, mergeFields } from '../auth/request.ts';
import type { PageCall } from './define.ts';
import { fieldsOf, missing, type Problem, problemOf } from './form/problem.ts';

/** Says that a form belongs to a step after the first. */
export const CONTINUE_FIELD = 'wpContinue';
/** Says that the flow goes on from an identity that another site proved. */
export const PRESERVED_FIELD = 'wpPreserved';

/** The caller as the manager wants it. */
export const authCall = ({ actor, now, language }: PageCall): AuthCall => ({ actor, now, language });

/** What a submission came to: problems of the same form, or what the manager says. */
export type StepResult =
  | { readonly forms: readonly AuthRequest[]; readonly problems: readonly Problem[]; readonly outcome: null }
  | { readonly outcome: Outcome };

/** What a browser sent, as the manager reads submissions. */
export const rawOf = (call: PageCall, requests: readonly AuthRequest[]): Record<string, string> => {
  const raw: Record<string, string> = {};
  for (const [name, field] of Object.entries(mergeFields(requests))) {
    for (const wireName of [name, `${name}_x`, ...(field.aliases ?? [])]) {
      const value = call.request.body.get(wireName)?.value ?? null;
      if (value !== null) raw[wireName] = value;
    }
  }
  return raw;
};

const posted =
  (call: PageCall) =>
  (name: string): string | null =>
    call.request.body.get(name)?.value ?? null;

/** The forms of the first step. After an identity was proved, nothing that proves another one is asked for. */
export async function firstForms(call: PageCall, flow: FlowName, preserved: boolean): Promise<readonly AuthRequest[]> {
  const forms = await call.services.auth.forms(flow, authCall(call));
  return preserved && flow === 'create' ? forms.filter(({ required }) => required !== 'primary-required') : forms;
}

/** Hands a submission to the manager, unless fields are missing: then it never counts as an attempt. */
export async function submitStep(call: PageCall, flow: FlowName, returnUrl: string): Promise<StepResult> {
  const { auth } = call.services;
  const continues = posted(call)(CONTINUE_FIELD) !== null;
  const preserved = posted(call)(PRESERVED_FIELD) !== null;
  const forms = continues
    ? await auth.forms(`${flow}-continue`, authCall(call))
    : await firstForms(call, flow, preserved);
  const problems = missing(fieldsOf(forms), posted(call));
  if (problems.length > 0) return { forms, problems, outcome: null };
  const filled = fillAll(forms, rawOf(call, forms));
  return {
    outcome: continues
      ? await auth.resume(flow, authCall(call), filled)
      : await auth.begin(flow, authCall(call), filled, returnUrl, preserved),
  };
}

/** Goes on with what a sign-in service sent along in the address. */
export async function returnedStep(call: PageCall, flow: FlowName): Promise<Outcome> {
  const forms = await call.services.auth.forms(`${flow}-continue`, authCall(call));
  const names = Object.keys(mergeFields(forms));
  const raw = Object.fromEntries(names.map((name) => [name, call.request.query.get(name)?.value ?? undefined]));
  return call.services.auth.resume(flow, authCall(call), fillAll(forms, raw));
}

/** Whether a sign-in service sent the browser back with an answer. */
export const isReturn = ({ request }: PageCall): boolean =>
  request.query.has('state') && (request.query.has('code') || request.query.has('error'));

/** What a FAIL means for a form that is shown again. */
export const failed = (outcome: Extract<Outcome, { status: 'FAIL' }>, forms: readonly AuthRequest[]): Problem[] => [
  problemOf(outcome.message, Object.keys(mergeFields(forms))),
];
