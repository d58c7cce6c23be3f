import { challengeOf, isWorkDone, workDone } from '../proof-of-work.ts';
import type { LocalKind } from './kind.ts';

/** Proof of work, done by the browser without a person: for the ALTCHA widget or any program. */
export const altcha: LocalKind = {
  name: 'altcha',
  isService: false,
  texts: 'altcha',
  aliases: ['altcha'],
  metadata: () => ({ type: 'altcha', mime: 'application/json' }),
  info: (puzzle, { captcha }) => JSON.stringify(challengeOf(puzzle, captcha.altcha.maxNumber)),
  solution: (puzzle, { captcha }) => workDone(puzzle, captcha.altcha.maxNumber),
  isRight: (puzzle, answer, { captcha }) => isWorkDone(puzzle, answer.trim(), captcha.altcha.maxNumber),
};
