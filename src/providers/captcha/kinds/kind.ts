import type { Services } from '../../../auth/services.ts';
import type { Config } from '../../../config/index.ts';
import type { CaptchaKind } from '../../../config/sections/captcha.ts';
import type { Puzzle } from '../puzzle.ts';

interface AnyKind {
  readonly name: CaptchaKind;
  /** What the keys of its texts begin with: `captcha` for `captcha-createaccount` and `captcha-badlogin`. */
  readonly texts: string;
  /** Other parameter names that clients send the answer under. */
  readonly aliases: readonly string[];
}

/** A kind that is asked and checked here. */
export interface LocalKind extends AnyKind {
  readonly isService: false;
  /** What programs are told about it: `type`, `mime`, … */
  metadata(puzzle: Puzzle, config: Config): Readonly<Record<string, string>>;
  /** What is asked: a text, HTML, an address or JSON, as `mime` says. */
  info(puzzle: Puzzle, config: Config): string;
  isRight(puzzle: Puzzle, answer: string, config: Config): boolean;
  /** An answer that is right: for tests of clients. */
  solution(puzzle: Puzzle, config: Config): string;
}

/** What a service said about an answer; `down` = it said nothing that could be used. */
export type Verdict = 'right' | 'wrong' | 'down';

/** A kind that a service asks and checks. */
export interface ServiceKind extends AnyKind {
  readonly isService: true;
  metadata(config: Config): Readonly<Record<string, string>>;
  /** Asks the service. Never rejects. */
  verify(answer: string, address: string, services: Pick<Services, 'config' | 'log' | 'publicUrl'>): Promise<Verdict>;
}

export type Kind = LocalKind | ServiceKind;
