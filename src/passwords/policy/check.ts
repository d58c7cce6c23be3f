import type { Message } from '../../base/message.ts';

/** A password and whose it is or would be. */
export interface Candidate {
  /** Canonical name of the account. */
  readonly name: string;
  /** In NFC. */
  readonly password: string;
}

/** Lists that some checks look into. */
export interface PasswordLists {
  /** Whether a password is one of the common ones. */
  isCommon(password: string): Promise<boolean>;
  /** Whether a password is known from a data breach; rejects when that cannot be found out. Null = nowhere to ask. */
  readonly isBreached: ((password: string) => Promise<boolean>) | null;
}

/** One thing that is wrong with a password. */
export interface Finding {
  readonly message: Message;
  /** A password that may not even be used to sign in. */
  readonly fatal: boolean;
}

/** One rule for passwords, under its MediaWiki name. One file each in `checks/`. */
export interface PolicyCheck {
  readonly name: string;
  /** What a configured value is: a length in bytes, or on and off. */
  readonly takes: 'bytes' | 'flag';
  /** Every way in which the password breaks the rule. May reject when a list does not answer. */
  check(value: number | boolean, candidate: Candidate, lists: PasswordLists): Finding[] | Promise<Finding[]>;
  /** What the operator is told when `check` rejects; the password then counts as good. Without it the error goes on. */
  readonly whenUnanswered?: string;
}
