/** Finds out how often a SHA-1 (40 upper-case hex digits) is known from breaches. Rejects when there is no answer. */
export type BreachLookup = (sha1: string) => Promise<number>;

/** Where and how a list of breached passwords is asked. */
export interface BreachListOptions {
  /**
   * One of: the address of a range service in the manner of Pwned Passwords, to which the first five hex digits of the
   * SHA-1 are appended; a folder with one `XXXXX` or `XXXXX.txt` for each such prefix, holding `SUFFIX:COUNT` lines; a file
   * of `SHA1` or `SHA1:COUNT` lines, sorted.
   */
  readonly source: string;
  /** How long a range service may take. */
  readonly timeoutMs: number;
  /** How the service is reached; `globalThis.fetch` unless given. */
  readonly fetch?: typeof fetch;
}
