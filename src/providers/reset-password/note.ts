import type { CodedMessage } from '../../errors/coded-message.ts';

/** The note of a flow in which the password must or should be changed. */
export const RESET_NOTE = 'reset-password';

/** Why, and whether it may be put off. */
export interface ResetNote {
  readonly hard: boolean;
  readonly message: CodedMessage;
}
