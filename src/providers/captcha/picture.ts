import type { FlowContext } from '../../auth/provider.ts';
import type { Config } from '../../config/index.ts';
import { countWrongAnswer } from './check.ts';
import { drawLetters } from './image/draw.ts';
import { encodePng } from './image/png.ts';
import { lettersOf } from './kinds/image.ts';
import { type Challenge, challengeOf } from './proof-of-work.ts';
import { newPuzzle, type PuzzleContext, readPuzzle } from './puzzle.ts';
import { kindFor } from './triggers.ts';

/** The PNG of an image question of this session; null when there is no such question (any more). */
export function pictureOf(context: PuzzleContext, id: string): Buffer | null {
  const puzzle = readPuzzle(context, 'image', id);
  if (!puzzle) return null;
  return encodePng(drawLetters(lettersOf(puzzle, context.services.config), puzzle.bytes('drawing', 4).readUInt32BE()));
}

/** The proof of work that answers an image question instead of its letters; null when there is no such question. */
export function workOf(context: PuzzleContext, id: string): Challenge | null {
  const puzzle = readPuzzle(context, 'image', id);
  return puzzle && challengeOf(puzzle, context.services.config.captcha.image.maxNumber);
}

/** Whether this site ever asks with images. */
export function usesImages(config: Config): boolean {
  const kinds = (['createAccount', 'badSignIn', 'signIn'] as const).map((trigger) => kindFor(config, trigger));
  const hasService = kinds.some((kind) => kind === 'hcaptcha' || kind === 'turnstile' || kind === 'recaptcha');
  return kinds.includes('image') || (hasService && config.captcha.services.fallbackKind === 'image');
}

/**
 * The id of another image question; null after too many. It counts like a wrong answer, as MediaWiki does it, so that
 * nobody picks the pictures that programs can read.
 */
export async function newImage(context: Pick<FlowContext, 'services' | 'actor' | 'now'>): Promise<string | null> {
  const { services, actor, now } = context;
  if (await countWrongAnswer(context)) return null;
  return newPuzzle({ services, session: actor.session, now }, 'image').id;
}
