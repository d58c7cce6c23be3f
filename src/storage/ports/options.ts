/** Preferences of users: free keys and text values. */
export interface UserOptionStore {
  get(userId: number): Promise<Record<string, string>>;
  /** Sets keys; null removes one. */
  set(userId: number, changes: Readonly<Record<string, string | null>>): Promise<void>;
  clear(userId: number): Promise<void>;
}
