/** What went wrong with lasting state, for callers that act on it. */
export type StorageErrorCode =
  /** The file or its folder cannot be read or written. */
  | 'unreachable'
  /** The file is no database, or a damaged one. */
  | 'corrupt'
  /** The database was written by a newer version of this program. */
  | 'newer-schema'
  /** A backup would overwrite a file. */
  | 'exists';

/** A failure of storage with a text for the operator. Never shown to clients. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.code = code;
  }
}
