/**
 * Kinds of SQLite failures, told apart by SQLite's fixed texts: the result code is not on the error object in every
 * implementation of the `node:sqlite` interface.
 */
const matches = (error: unknown, pattern: RegExp): boolean => error instanceof Error && pattern.test(error.message);

/** Another connection holds the lock. */
export const isBusy = (error: unknown): boolean =>
  matches(error, /database (table )?is locked|database schema is locked/);

/** A unique index or primary key forbids the row. */
export const isUniqueViolation = (error: unknown): boolean =>
  matches(error, /UNIQUE constraint failed|PRIMARY KEY must be unique/);

/** The file is not a database, or its pages are damaged or cannot be read. */
export const isCorrupt = (error: unknown): boolean =>
  matches(error, /file is not a database|database disk image is malformed|malformed database schema|disk I\/O error/);

/** The operating system refuses the file or its folder. */
export const isUnreachable = (error: unknown): boolean =>
  matches(error, /unable to open database file|attempt to write a readonly database/) ||
  (error instanceof Error && 'syscall' in error);

/** A rollback came after SQLite had already rolled back by itself (disk full, I/O error). */
export const isNoTransaction = (error: unknown): boolean => matches(error, /no transaction is active/);
