/** The part of the client that its test calls; the package brings no types. */
declare module 'mwbot' {
  type Answer = Record<string, unknown>;
  export default class MWBot {
    loggedIn: boolean;
    state: Answer;
    constructor(options: { apiUrl: string; silent?: boolean });
    login(credentials: { username: string; password: string }): Promise<Answer>;
    getEditToken(): Promise<Answer>;
    getCreateaccountToken(): Promise<Answer>;
    request(params: Answer): Promise<Answer>;
    logout(): Promise<void>;
  }
}
