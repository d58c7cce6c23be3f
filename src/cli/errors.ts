/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command could not do its work: exit code 1. The text is all that is shown. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** For `--json`: a word that programs can test. */
  readonly code: string;

  constructor(message: string, code = 'failed') {
    super(message);
    this.code = code;
  }
}
