/** What the configuration says of sessions. Times in seconds unless the name says otherwise. */
export interface SessionSettings {
  /** Directly before the cookie words: `latchkey` gives `latchkey_session`, `latchkeyUserID`. */
  readonly cookiePrefix: string;
  readonly idleSeconds: number;
  readonly absoluteSeconds: number;
  readonly rememberDays: number;
  /** How long `UserID` and `UserName` stay without remember-me. */
  readonly nameCookieDays: number;
  /** A log-out also makes copies of its "keep me signed in" cookie worthless. */
  readonly endRememberedOnLogout: boolean;
}

/** The names of the cookies. */
export const cookieNames = (prefix: string) => ({
  session: `${prefix}_session`,
  bot: `${prefix}_BPsession`,
  userId: `${prefix}UserID`,
  userName: `${prefix}UserName`,
  token: `${prefix}Token`,
});
