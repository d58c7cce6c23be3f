/** A foreign identity that signs in to a local account (OpenID Connect subject, directory entry). */
export interface AccountLink {
  readonly userId: number;
  /** Provider id of the config. */
  readonly provider: string;
  /** The provider's stable name of the person. */
  readonly subject: string;
  /** What to show the owner. */
  readonly label: string;
  readonly createdAt: number;
}

/** Links between foreign identities and accounts. */
export interface AccountLinkStore {
  find(provider: string, subject: string): Promise<AccountLink | null>;
  list(userId: number): Promise<AccountLink[]>;
  /** False when that identity is linked already. */
  add(link: AccountLink): Promise<boolean>;
  remove(userId: number, provider: string, subject: string): Promise<boolean>;
}
