import type { Puzzle } from '../puzzle.ts';
import type { LocalKind } from './kind.ts';

/** Whatever PHP reads as a number: the reference compares the answer with the result as numbers (MediaWiki 1.39). */
const NUMBER = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)[ \t\n\r\v\f]*$/;

const sumOf = (puzzle: Puzzle): { text: string; result: number } => {
  const a = puzzle.number('first number', 101);
  const b = puzzle.number('second number', 11);
  return puzzle.number('operator', 2) === 0
    ? { text: `${a}+${b} =`, result: a + b }
    : { text: `${a}−${b} =`, result: a - b };
};

/** A sum, as text. */
export const simple: LocalKind = {
  name: 'simple',
  isService: false,
  texts: 'captcha',
  aliases: [],
  metadata: () => ({ type: 'simple', mime: 'text/plain' }),
  info: (puzzle) => sumOf(puzzle).text,
  solution: (puzzle) => String(sumOf(puzzle).result),
  isRight(puzzle, answer) {
    const text = NUMBER.exec(answer.replace('−', '-'))?.[1];
    return text !== undefined && Number(text) === sumOf(puzzle).result;
  },
};
