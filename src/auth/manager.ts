import { type Message, msg } from '../base/message.ts';
import type { CodedMessage } from '../errors/coded-message.ts';
import type { UserRecord } from '../storage/ports/index.ts';
import type { Actor } from './actor.ts';
import {
  type FlowState,
  forgetPreserved,
  loadPreserved,
  loadState,
  newState,
  savePreserved,
  saveState,
} from './flow-state.ts';
import { createStages } from './flows/create.ts';
import { linkStages } from './flows/link.ts';
import { loginStages } from './flows/login.ts';
import { fail, type Outcome, type PreservedPrimary, pass } from './outcome.ts';
import type { AuthAction, FlowContext, FlowName, FormAction, Provider } from './provider.ts';
import type { AuthRequest, FilledRequest } from './request.ts';
import type { Services } from './services.ts';
import { type Stage, step } from './step.ts';

/** On whose behalf and in which language the manager is asked. */
export interface AuthCall {
  readonly actor: Actor;
  /** Milliseconds. */
  readonly now: number;
  readonly language: string;
}

/** Whether something that needs a fresh sign-in may be done: yes, after signing in again, or not at all. */
export type SecurityStatus = 'ok' | 'reauth' | 'fail';

/** Signing in, making accounts, linking, and changing credentials: one manager for API and pages. */
export interface AuthManager {
  /** The forms of an action; those of a `-continue` action belong to the step in progress. */
  forms(action: AuthAction, call: AuthCall): Promise<readonly AuthRequest[]>;
  /** Starts a flow; discards one in progress. With `usePreserved` it goes on from an identity proved before. */
  begin(
    flow: FlowName,
    call: AuthCall,
    filled: readonly FilledRequest[],
    returnUrl: string,
    usePreserved?: boolean,
  ): Promise<Outcome>;
  /** Goes on with the flow in progress; FAIL when there is none. */
  resume(flow: FlowName, call: AuthCall, filled: readonly FilledRequest[]): Promise<Outcome>;
  /** The foreign identity that an earlier sign-in of this session proved, and that a new flow can go on from. */
  preserved(actor: Actor): Promise<PreservedPrimary | null>;
  /** Whether this session can sign in at all (a bot-password session cannot). */
  canAuthenticateNow(actor: Actor): boolean;
  /** Signs a visitor in to the account that they have just made, as if by its credentials. */
  signInCreated(call: AuthCall, user: UserRecord): Promise<void>;
  canCreateAccounts(): boolean;
  canLinkAccounts(): boolean;
  /** Refuses a name for reasons of the providers (name lists); null when it may be made. */
  checkName(call: AuthCall, name: string): Promise<CodedMessage | null>;
  securityStatus(actor: Actor, now: number): SecurityStatus;
  /** Whether a change (or removal) of credentials would be taken: null = by nobody; else what speaks against it. */
  allowsChange(
    call: AuthCall,
    user: UserRecord,
    filled: FilledRequest,
    remove: boolean,
  ): Promise<CodedMessage[] | null>;
  /** Carries a change or removal out; ask {@link allowsChange} first. */
  change(call: AuthCall, user: UserRecord, filled: FilledRequest, remove: boolean): Promise<void>;
}

interface Flow {
  readonly stages: readonly Stage[];
  readonly notInProgress: Message;
  /** Refuses before anything else, at every step. */
  readonly guard: (actor: Actor) => Outcome | null;
  /** Stages whose refusal of a new attempt leaves an earlier one waiting. */
  readonly before: readonly string[];
}

const isWaiting = (outcome: Outcome): boolean => outcome.status === 'UI' || outcome.status === 'REDIRECT';

/** Makes the manager over an ordered list of providers. It knows none of them by name. */
export function createAuthManager(services: Services, providers: readonly Provider[]): AuthManager {
  const flows: Record<FlowName, Flow> = {
    login: {
      stages: loginStages(providers),
      notInProgress: msg('authmanager-authn-not-in-progress'),
      guard: (actor) => (actor.session.kind === 'bot' ? fail(msg('userlogin-cannot-login')) : null),
      before: ['checks'],
    },
    create: {
      stages: createStages(providers),
      notInProgress: msg('authmanager-create-not-in-progress'),
      guard: () => null,
      before: ['name-given', 'permission', 'name'],
    },
    link: {
      stages: linkStages(providers),
      notInProgress: msg('authmanager-link-not-in-progress'),
      guard: () => (canLink ? null : fail(msg('userlogin-cannot-link'))),
      before: [],
    },
  };
  const canLink = providers.some((provider) => provider.link);

  const contextOf = (
    call: AuthCall,
    flow: FlowName,
    state: Pick<FlowState, 'notes' | 'returnUrl' | 'preserved'>,
  ): FlowContext => ({
    services,
    actor: call.actor,
    flow,
    now: call.now,
    returnUrl: state.returnUrl,
    language: call.language,
    notes: state.notes,
    preserved: state.preserved,
  });
  const idle = (call: AuthCall, flow: FlowName = 'login'): FlowContext =>
    contextOf(call, flow, { notes: {}, returnUrl: '', preserved: null });

  async function run(
    name: FlowName,
    call: AuthCall,
    state: FlowState,
    filled: readonly FilledRequest[],
    resuming: boolean,
  ): Promise<Outcome> {
    const context = contextOf(call, name, state);
    const { session } = call.actor;
    const outcome = await step(flows[name].stages, { context, state }, filled, resuming);
    if (isWaiting(outcome)) await saveState(session, name, state, services.secrets);
    else if (resuming || !flows[name].before.includes(state.stage)) await session.forget(name);
    if (outcome.status === 'RESTART') await savePreserved(session, outcome.preserve);
    if (outcome.status === 'PASS' && state.preserved) await forgetPreserved(session);
    if (!isWaiting(outcome)) {
      const user = state.userId === null ? null : await services.accounts.byId(state.userId);
      for (const provider of providers) await provider.ended?.(context, outcome, user);
    }
    return outcome;
  }

  return {
    async forms(action, call) {
      if (action.endsWith('-continue')) {
        const state = await loadState(
          call.actor.session,
          action.slice(0, -'-continue'.length) as FlowName,
          services.secrets,
        );
        return state?.requests ?? [];
      }
      const flow: FlowName = action === 'create' || action === 'link' ? action : 'login';
      const forms = new Map<string, AuthRequest>();
      const options = { username: call.actor.user?.name ?? null };
      for (const provider of providers) {
        for (const form of (await provider.forms?.(action as FormAction, idle(call, flow), options)) ?? []) {
          const own: AuthRequest =
            provider.kind === 'primary' && form.required === 'required'
              ? { ...form, required: 'primary-required' }
              : form;
          const before = forms.get(form.id);
          if (!before || own.required === 'required' || before.required === 'optional') forms.set(form.id, own);
        }
      }
      return [...forms.values()];
    },

    async begin(name, call, filled, returnUrl, usePreserved = false) {
      const refused = flows[name].guard(call.actor);
      if (refused) return refused;
      const state = newState(returnUrl, call.now);
      if (usePreserved) state.preserved = await loadPreserved(call.actor.session);
      const { user } = call.actor;
      if (name === 'create') state.creator = user ? { id: user.id, name: user.name } : null;
      if (name === 'link') state.userId = user?.id ?? null;
      return run(name, call, state, filled, false);
    },

    async resume(name, call, filled) {
      const refused = flows[name].guard(call.actor);
      if (refused) return refused;
      const state = await loadState(call.actor.session, name, services.secrets);
      const sameCreator = name !== 'create' || (state?.creator?.id ?? null) === (call.actor.user?.id ?? null);
      if (!state || !sameCreator) return fail(flows[name].notInProgress);
      return run(name, call, state, filled, true);
    },

    preserved: (actor) => loadPreserved(actor.session),
    canAuthenticateNow: (actor) => actor.session.kind !== 'bot',
    async signInCreated(call, user) {
      await call.actor.session.signIn(user, { remember: false });
      for (const provider of providers) await provider.ended?.(idle(call), pass(user.name), user);
    },
    canCreateAccounts: () => providers.some((provider) => provider.create),
    canLinkAccounts: () => canLink,

    async checkName(call, name) {
      for (const provider of providers) {
        const refusal = await provider.checkName?.(idle(call, 'create'), name);
        if (refusal) return refusal;
      }
      return null;
    },

    securityStatus({ session }, now) {
      if (session.kind === 'bot') return 'ok';
      if (!session.record) return 'reauth';
      const age = now - session.record.authenticatedAt;
      return age >= 0 && age < services.config.sessions.reauthenticateSeconds * 1000 ? 'ok' : 'reauth';
    },

    async allowsChange(call, user, filled, remove) {
      let taken = false;
      const problems: CodedMessage[] = [];
      for (const provider of providers) {
        const said = await provider.allowsChange?.(idle(call), user, filled, remove);
        if (!said) continue;
        taken = true;
        problems.push(...said);
      }
      return taken ? problems : null;
    },

    async change(call, user, filled, remove) {
      for (const provider of providers) await provider.change?.(idle(call), user, filled, remove);
    },
  };
}
