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

/** The file is not a database, or its pages are damaged. */
export const isCorrupt = (error: unknown): boolean =>
  matches(error, /file is not a database|database disk image is malformed|malformed database schema/);

/** The operating system refuses the file. */
export const isUnreachable = (error: unknown): boolean =>
  matches(
    error,
    /unable to open database file|attempt to write a readonly database|disk I\/O error|EACCES|ENOTDIR|EROFS/,
  );

/** A rollback came after SQLite had already rolled back by itself (disk full, I/O error). */
export const isNoTransaction = (error: unknown): boolean => matches(error, /no transaction is active/);
