/** What a page of the wiki knows of the wiki and of its reader. */
export interface PageState {
  /** Address of `api.php`. */
  readonly apiUrl: string;
  /** Name of the reader; null = not signed in. */
  readonly userName: string | null;
  /** Language code of the reader's interface. */
  readonly language: string;
  /** Tokens that came with the page, by `csrfToken`, `patrolToken`, … */
  readonly tokens: Readonly<Record<string, string>>;
}
