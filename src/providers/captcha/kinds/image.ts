import type { Config } from '../../../config/index.ts';
import { LETTERS } from '../image/glyphs.ts';
import { isWorkDone } from '../proof-of-work.ts';
import type { Puzzle } from '../puzzle.ts';
import type { LocalKind } from './kind.ts';

/** The letters that an image shows. */
export const lettersOf = (puzzle: Puzzle, { captcha }: Config): string =>
  Array.from({ length: captcha.image.letters }, (_, at) => LETTERS[puzzle.number(`letter ${at}`, LETTERS.length)]).join(
    '',
  );

const address = (page: string, puzzle: Puzzle, { http }: Config): string =>
  `${http.scriptPath}/index.php?title=Special:Captcha/${page}&wpCaptchaId=${puzzle.id}`;

/**
 * Letters in an image. Who cannot see it lets the browser work instead: the proof of work at `challengeurl` answers the
 * same id. Case and spaces do not matter.
 */
export const image: LocalKind = {
  name: 'image',
  isService: false,
  texts: 'fancycaptcha',
  aliases: ['altcha'],
  metadata: (puzzle, config) => ({
    type: 'image',
    mime: 'image/png',
    challengeurl: address('challenge', puzzle, config),
  }),
  info: (puzzle, config) => address('image', puzzle, config),
  solution: lettersOf,
  isRight: (puzzle, answer, config) =>
    answer.replace(/\s/g, '').toUpperCase() === lettersOf(puzzle, config) ||
    isWorkDone(puzzle, answer.trim(), config.captcha.image.maxNumber),
};
