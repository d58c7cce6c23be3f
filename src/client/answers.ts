/** One error or warning of an `errors` or `warnings` list (every `errorformat` but `bc`). */
export interface AnswerMessage {
  readonly code: string;
  readonly module?: string;
  /** With `errorformat=plaintext` or `wikitext`. */
  readonly text?: string;
  /** With `errorformat=html`. */
  readonly html?: string;
  /** The text, with `formatversion=1`. */
  readonly '*'?: string;
  readonly key?: string;
  readonly params?: readonly unknown[];
  readonly data?: unknown;
}

/** `login` of an answer to `action=login`. */
export interface LoginAnswer {
  readonly result: 'Success' | 'Failed' | 'Aborted' | 'NeedToken' | 'WrongToken' | 'Throttled';
  readonly token?: string;
  readonly lguserid?: number;
  readonly lgusername?: string;
  /** A text with `errorformat=bc`, else an {@link AnswerMessage}. */
  readonly reason?: unknown;
  readonly wait?: number;
}

/** What the flows of sign-in, account creation and linking answer. */
export interface FlowAnswer {
  readonly status: 'PASS' | 'FAIL' | 'UI' | 'REDIRECT' | 'RESTART';
  readonly username?: string;
  readonly message?: string;
  readonly messagecode?: string;
  readonly requests?: readonly FormAnswer[];
  readonly redirecttarget?: string;
}

/** A form of a flow. */
export interface FormAnswer {
  readonly id: string;
  readonly required: string;
  readonly provider: string;
  readonly account: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, { readonly type: string; readonly label?: string; readonly help?: string }>>;
}

/** `query.userinfo` of an answer. */
export interface UserInfo {
  readonly id: number;
  readonly name: string;
  readonly anon?: boolean | '';
  readonly groups?: readonly string[];
  readonly rights?: readonly string[];
  readonly [property: string]: unknown;
}

/** `query` of an answer. */
export interface QueryAnswer {
  /** By `csrftoken`, `logintoken`, … */
  readonly tokens?: Readonly<Record<string, string>>;
  readonly userinfo?: UserInfo;
  readonly authmanagerinfo?: { readonly requests?: readonly FormAnswer[]; readonly [member: string]: unknown };
  readonly allmessages?: readonly {
    readonly name: string;
    readonly content?: string;
    readonly missing?: boolean | '';
  }[];
  readonly [member: string]: unknown;
}

/** An answer of the API: what many modules answer by its type, the rest as it comes. */
export interface Answer {
  readonly error?: { readonly code: string; readonly info: string; readonly [member: string]: unknown };
  readonly errors?: readonly AnswerMessage[];
  readonly warnings?: unknown;
  readonly query?: QueryAnswer;
  readonly login?: LoginAnswer;
  readonly clientlogin?: FlowAnswer;
  readonly createaccount?: FlowAnswer;
  readonly linkaccount?: FlowAnswer;
  readonly [member: string]: unknown;
}
