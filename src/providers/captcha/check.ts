import type { FlowContext } from '../../auth/provider.ts';
import { type FilledRequest, textOf } from '../../auth/request.ts';
import type { Limit } from '../../auth/throttle.ts';
import { sha256Hex } from '../../base/digest.ts';
import { throttleKey } from '../../base/ip.ts';
import { markDown } from './availability.ts';
import { CAPTCHA_ID } from './form.ts';
import type { Kind, LocalKind, ServiceKind, Verdict } from './kinds/kind.ts';
import { readPuzzle, spendPuzzle } from './puzzle.ts';
import { sessionBefore } from './session-before.ts';

/** Longer answers are not looked at. */
const MAX_ANSWER = 16_384;

/** Counters of answers that were wrong, with who they count against. */
function counters({ services, actor }: Pick<FlowContext, 'services' | 'actor'>): [string, string, readonly Limit[]][] {
  const { perAddress, perAccount } = services.config.captcha.wrongAnswers;
  const all: [string, string, readonly Limit[]][] = [['captcha-wrong-address', throttleKey(actor.address), perAddress]];
  if (actor.user) all.push(['captcha-wrong-account', actor.user.name, perAccount]);
  return all;
}

/** Counts one wrong answer, or one that may turn out so; resolves to whether there were too many before. */
export async function countWrongAnswer(context: Pick<FlowContext, 'services' | 'actor'>): Promise<boolean> {
  let exceeded = false;
  for (const [kind, key, limits] of counters(context)) {
    if (await context.services.throttle.hit(kind, key, limits)) exceeded = true;
  }
  return exceeded;
}

async function checkLocal(context: FlowContext, kind: LocalKind, id: string, answer: string): Promise<Verdict> {
  const { services, actor, now } = context;
  for (const session of [actor.session, await sessionBefore(actor.session)]) {
    const own = { services, session, now };
    const puzzle = readPuzzle(own, kind.name, id);
    if (!puzzle) continue;
    return (await spendPuzzle(own, puzzle)) && kind.isRight(puzzle, answer, services.config) ? 'right' : 'wrong';
  }
  return 'wrong';
}

async function checkService({ services, actor }: FlowContext, kind: ServiceKind, answer: string): Promise<Verdict> {
  const key = `captcha:${kind.name}:${sha256Hex(answer).slice(0, 32)}`;
  const isFirst = await services.volatile.add(key, '1', services.config.captcha.lifetimeSeconds * 1000);
  if (!isFirst) return 'wrong';
  const verdict = await kind.verify(answer, actor.address, services);
  if (verdict === 'down') {
    await services.volatile.delete(key);
    await markDown(services, kind.name);
  }
  return verdict;
}

/**
 * Whether the submission answers a question of this kind; uses the answer up. After too many wrong answers every further
 * one is wrong unseen. Attempts are counted before they are looked at, so that many at once are no way around the limit.
 */
export async function checkAnswer(
  context: FlowContext,
  kind: Kind,
  filled: readonly FilledRequest[],
): Promise<Verdict> {
  const answer = textOf(filled, CAPTCHA_ID, 'captchaWord');
  const id = textOf(filled, CAPTCHA_ID, 'captchaId');
  if (answer === null || answer.length > MAX_ANSWER) return 'wrong';
  if (await countWrongAnswer(context)) return 'wrong';
  const verdict = kind.isService
    ? await checkService(context, kind, answer)
    : await checkLocal(context, kind, id ?? '', answer);
  if (verdict !== 'wrong') {
    for (const counter of counters(context)) await context.services.throttle.refund(...counter);
  }
  context.services.log.debug({ kind: kind.name, verdict, address: context.actor.address }, 'CAPTCHA answered');
  return verdict;
}
