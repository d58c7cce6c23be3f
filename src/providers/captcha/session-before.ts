import type { FlowContext } from '../../auth/provider.ts';
import type { Session } from '../../sessions/types.ts';
import { KINDS } from './kinds/registry.ts';
import type { PuzzleContext } from './puzzle.ts';
import { kindFor } from './triggers.ts';

/** What a session keeps: the id that it had before the sign-in. */
const KEPT = 'captcha-before';
const NOTE = 'captcha-session';

/** Notes at the start of a sign-in which session it starts in. */
export function noteSession({ actor, notes }: FlowContext): void {
  notes[NOTE] = actor.session.id;
}

/**
 * Lets a form of an account creation that was open before a sign-in be sent after it, as MediaWiki does, whose sessions
 * keep what they hold: questions hang on the id of the session, which a sign-in changes.
 */
export async function keepSession({ actor, notes, services }: FlowContext): Promise<void> {
  const { config } = services;
  const kind = kindFor(config, 'createAccount');
  const before = notes[NOTE];
  if (kind === null || KINDS[kind].isService || typeof before !== 'string' || before === actor.session.id) return;
  await actor.session.save(KEPT, before, config.captcha.lifetimeSeconds * 1000);
}

/** The session before the sign-in, for questions of then; without an id when there was none. */
export const sessionBefore = async (session: Pick<Session, 'load' | 'bind'>): Promise<PuzzleContext['session']> => ({
  id: await session.load(KEPT),
  bind: () => session.bind(),
});
