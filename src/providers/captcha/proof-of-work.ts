import { hmacSha256Hex, sha256Hex } from '../../base/digest.ts';
import type { Puzzle } from './puzzle.ts';

/** A proof of work as the public ALTCHA widget takes it: find the number whose hash behind the salt is `challenge`. */
export interface Challenge {
  readonly algorithm: 'SHA-256';
  /** SHA-256 of salt and number, in hex. */
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

const numberOf = (puzzle: Puzzle, maxNumber: number): number => puzzle.number('proof of work', maxNumber + 1);

/** The work that belongs to a puzzle. */
export function challengeOf(puzzle: Puzzle, maxNumber: number): Challenge {
  const salt = `${puzzle.bytes('salt', 12).toString('hex')}?expires=${Math.floor(puzzle.expiresAt / 1000)}&`;
  const challenge = sha256Hex(`${salt}${numberOf(puzzle, maxNumber)}`);
  const signature = hmacSha256Hex(puzzle.bytes('signature', 32), challenge);
  return { algorithm: 'SHA-256', challenge, maxnumber: maxNumber, salt, signature };
}

/** The widget's payload for the work of this puzzle, without doing the work. */
export function workDone(puzzle: Puzzle, maxNumber: number): string {
  const { maxnumber: _, ...challenge } = challengeOf(puzzle, maxNumber);
  return Buffer.from(JSON.stringify({ ...challenge, number: numberOf(puzzle, maxNumber) })).toString('base64');
}

const MAX_PAYLOAD = 2048;

function payloadOf(word: string): Record<string, unknown> | null {
  if (word.length > MAX_PAYLOAD || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(word)) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(word, 'base64').toString('utf8'));
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Whether an answer is the widget's payload (JSON in Base64) for the work of this puzzle, done. */
export function isWorkDone(puzzle: Puzzle, word: string, maxNumber: number): boolean {
  const payload = payloadOf(word);
  if (!payload) return false;
  const { algorithm, challenge, salt, signature } = challengeOf(puzzle, maxNumber);
  return (
    payload.number === numberOf(puzzle, maxNumber) &&
    payload.algorithm === algorithm &&
    payload.challenge === challenge &&
    payload.salt === salt &&
    payload.signature === signature
  );
}
