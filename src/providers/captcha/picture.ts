import { drawLetters } from './image/draw.ts';
import { encodePng } from './image/png.ts';
import { lettersOf } from './kinds/image.ts';
import { type Challenge, challengeOf } from './proof-of-work.ts';
import { type PuzzleContext, readPuzzle } from './puzzle.ts';

/** The PNG of an image question of this session; null when there is no such question (any more). */
export function pictureOf(context: PuzzleContext, id: string): Buffer | null {
  const puzzle = readPuzzle(context, 'image', id);
  if (!puzzle) return null;
  return encodePng(drawLetters(lettersOf(puzzle, context.services.config), puzzle.bytes('drawing', 4).readUInt32BE()));
}

/** The proof of work that answers an image question instead of its letters, or a question of the kind `altcha`. */
export function workOf(context: PuzzleContext, id: string): Challenge | null {
  const puzzle = readPuzzle(context, 'image', id) ?? readPuzzle(context, 'altcha', id);
  return puzzle && challengeOf(puzzle, context.services.config.captcha.altcha.maxNumber);
}
