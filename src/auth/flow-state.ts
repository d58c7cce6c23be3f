import { seal, unseal } from '../base/seal.ts';
import type { CodedMessage } from '../errors/coded-message.ts';
import type { Session } from '../sessions/types.ts';
import type { PreservedPrimary } from './outcome.ts';
import type { AccountDraft, Creator, FlowName } from './provider.ts';
import type { AuthRequest } from './request.ts';

/**
 * A flow that waits for the client. Kept as sealed JSON with the session: it holds no password, but it may hold a key
 * that a second factor is being set up with.
 */
export interface FlowState {
  /** The stage to go on in, by name. */
  stage: string;
  /** The provider that asked, within the stage. */
  provider: string | null;
  /** What was asked for. */
  requests: readonly AuthRequest[];
  /** What providers wrote down. */
  notes: Record<string, unknown>;
  returnUrl: string;
  /** login: who the primary provider says it is. */
  username: string | null;
  /** login, link: the account; create: once it is made. */
  userId: number | null;
  draft: AccountDraft | null;
  creator: Creator;
  /** A proved foreign identity that this flow makes an account for, or links to one. */
  preserved: PreservedPrimary | null;
  /** What did not go well although the flow goes on. */
  warnings?: CodedMessage[];
  startedAt: number;
}

/** How long a flow may wait for its next step. */
const FLOW_TTL_MS = 30 * 60_000;

/** A flow that begins now. */
export const newState = (returnUrl: string, startedAt: number): FlowState => ({
  stage: '',
  provider: null,
  requests: [],
  notes: {},
  returnUrl,
  username: null,
  userId: null,
  draft: null,
  creator: null,
  preserved: null,
  startedAt,
});

const SEAL_PURPOSE = 'flow';

/** The flow in progress of a session, or null. */
export async function loadState(
  session: Session,
  flow: FlowName,
  secrets: readonly string[],
): Promise<FlowState | null> {
  const sealed = await session.load(flow);
  const text = sealed === null ? null : unseal(secrets, SEAL_PURPOSE, sealed);
  return text === null ? null : (JSON.parse(text) as FlowState);
}

/** Keeps a flow until its next step. */
export const saveState = (
  session: Session,
  flow: FlowName,
  state: FlowState,
  secrets: readonly string[],
): Promise<void> => session.save(flow, seal(secrets, SEAL_PURPOSE, JSON.stringify(state)), FLOW_TTL_MS);

const PRESERVED = 'preserved';

/** Keeps a proved foreign identity for the flow that comes after it. */
export const savePreserved = (session: Session, preserved: PreservedPrimary): Promise<void> =>
  session.save(PRESERVED, JSON.stringify(preserved), FLOW_TTL_MS);

/** The foreign identity that an earlier sign-in proved, or null. */
export async function loadPreserved(session: Session): Promise<PreservedPrimary | null> {
  const text = await session.load(PRESERVED);
  return text === null ? null : (JSON.parse(text) as PreservedPrimary);
}

/** Forgets it: it was used. */
export const forgetPreserved = (session: Session): Promise<void> => session.forget(PRESERVED);
