import type { Config } from '../../../config/index.ts';
import type { Puzzle } from '../puzzle.ts';
import type { LocalKind } from './kind.ts';

type Question = Config['captcha']['questions'][number];

const questionOf = (puzzle: Puzzle, { captcha }: Config): Question =>
  captcha.questions[puzzle.number('question', captcha.questions.length)] as Question;

/** One of the operator's questions, as HTML. Case does not matter, spaces do. */
export const question: LocalKind = {
  name: 'question',
  isService: false,
  texts: 'questycaptcha',
  aliases: [],
  metadata: () => ({ type: 'question', mime: 'text/html' }),
  info: (puzzle, config) => questionOf(puzzle, config).question,
  solution: (puzzle, config) => questionOf(puzzle, config).answers[0] as string,
  isRight: (puzzle, answer, config) =>
    questionOf(puzzle, config).answers.some((right) => right.toLowerCase() === answer.toLowerCase()),
};
