import { createHmac, randomInt } from 'node:crypto';
import type { Services } from '../../auth/services.ts';
import { sha256Hex } from '../../base/digest.ts';
import type { CaptchaKind } from '../../config/sections/captcha.ts';
import type { Session } from '../../sessions/types.ts';

/**
 * One question that was asked. Nothing of it is stored: the id holds the time, chance and a short proof that it is ours,
 * and everything else (what is asked and what is right) is computed from the id, the session and the server secret. So
 * a flood of visitors fills nothing, an id is good in its own session alone, and it tells nothing about the answer.
 */
export interface Puzzle {
  /** A positive number of 63 bits in decimal digits. */
  readonly id: string;
  /** Milliseconds: from then on no answer is taken. */
  readonly expiresAt: number;
  /** A number from 0 to `below` − 1 for this purpose; always the same. */
  number(purpose: string, below: number): number;
  /** Secret bytes for this purpose, at most 32; always the same. */
  bytes(purpose: string, count: number): Buffer;
}

/** What puzzles are made and read with. */
export interface PuzzleContext {
  readonly services: Pick<Services, 'config' | 'secrets' | 'volatile'>;
  readonly session: Pick<Session, 'id' | 'bind'>;
  /** Milliseconds. */
  readonly now: number;
}

// The 63 bits of an id, highest first: proof, issue time in seconds, chance.
const PROOF_BITS = 24;
const TIME_BITS = 18;
const CHANCE_BITS = 21;
const TIME_RANGE = 2 ** TIME_BITS;
/** Clocks of several nodes may differ. */
const SKEW_SECONDS = 30;

const digest = (secret: string, sessionId: string, kind: CaptchaKind, second: number, chance: number): Buffer =>
  createHmac('sha512', secret).update(`captcha\n${sessionId}\n${kind}\n${second}\n${chance}`).digest();

const proofOf = (hash: Buffer): number => hash.readUIntBE(0, PROOF_BITS / 8);

function puzzleOf(id: string, hash: Buffer, expiresAt: number): Puzzle {
  const seed = hash.subarray(32);
  const bytes = (purpose: string, count: number): Buffer =>
    createHmac('sha256', seed).update(purpose).digest().subarray(0, count);
  return { id, expiresAt, bytes, number: (purpose, below) => bytes(purpose, 6).readUIntBE(0, 6) % below };
}

const expiryOf = ({ services }: PuzzleContext, second: number): number =>
  (second + services.config.captcha.lifetimeSeconds) * 1000;

/** Makes a new puzzle of a kind for this session, which is started if there is none. */
export function newPuzzle(context: PuzzleContext, kind: CaptchaKind): Puzzle {
  const second = Math.floor(context.now / 1000);
  const chance = randomInt(1, 2 ** CHANCE_BITS);
  const hash = digest(context.services.secrets[0] as string, context.session.bind(), kind, second, chance);
  const id =
    (BigInt(proofOf(hash)) << BigInt(TIME_BITS + CHANCE_BITS)) |
    (BigInt(second % TIME_RANGE) << BigInt(CHANCE_BITS)) |
    BigInt(chance);
  return puzzleOf(id.toString(), hash, expiryOf(context, second));
}

/** The puzzle of an id; null when it is not one of this kind and session, or too old. Whether it is spent is not asked. */
export function readPuzzle(context: PuzzleContext, kind: CaptchaKind, id: string): Puzzle | null {
  const { services, session, now } = context;
  if (session.id === null || !/^[1-9]\d{0,18}$/.test(id)) return null;
  const number = BigInt(id);
  const chance = Number(number & ((1n << BigInt(CHANCE_BITS)) - 1n));
  const time = Number((number >> BigInt(CHANCE_BITS)) & (BigInt(TIME_RANGE) - 1n));
  const proof = Number(number >> BigInt(TIME_BITS + CHANCE_BITS));
  const latest = Math.floor(now / 1000) + SKEW_SECONDS;
  const second = latest - ((((latest - time) % TIME_RANGE) + TIME_RANGE) % TIME_RANGE);
  if (now >= expiryOf(context, second)) return null;
  for (const secret of services.secrets) {
    const hash = digest(secret, session.id, kind, second, chance);
    if (proofOf(hash) === proof) return puzzleOf(id, hash, expiryOf(context, second));
  }
  return null;
}

/** Uses a puzzle up. Resolves to false for all callers but the first, on all nodes together. */
export function spendPuzzle({ services, session, now }: PuzzleContext, puzzle: Puzzle): Promise<boolean> {
  const key = `captcha:${sha256Hex(`${session.id}\n${puzzle.id}`).slice(0, 32)}`;
  return services.volatile.add(key, '1', Math.max(1, puzzle.expiresAt - now + SKEW_SECONDS * 1000));
}
