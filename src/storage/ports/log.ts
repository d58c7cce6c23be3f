/** Who did a logged thing. */
export interface LogActor {
  readonly id: number;
  readonly name: string;
}

/** A new entry of the public log. */
export interface NewLogEntry {
  /** Log type: `newusers`, `block`, `rights`, … */
  readonly type: string;
  /** Action within the type: `create`, `create2`, `byemail`, `autocreate`, `block`, `reblock`, `unblock`, `rights`, … */
  readonly action: string;
  /** null only in {@link UserStore.create}: the account being made. An id of 0 is an address. */
  readonly actor: LogActor | null;
  /** Title with its namespace prefix, e.g. `User:Alice`; `namespace` is its number (2 = User). */
  readonly title: string;
  readonly namespace: number;
  readonly comment: string;
  /** Structured parameters, JSON. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Milliseconds. */
  readonly at: number;
}

/** An entry of the public log. */
export interface LogEntry extends NewLogEntry {
  readonly id: number;
  readonly actor: LogActor;
}

/** Which entries, newest first unless `oldestFirst`; ties by id. */
export interface LogQuery {
  readonly type?: string;
  /** No entries of these types. */
  readonly notTypes?: readonly string[];
  readonly action?: string;
  readonly actorId?: number;
  /** Exact name of the actor, for addresses too. */
  readonly actorName?: string;
  readonly title?: string;
  /** Only entries in this namespace. */
  readonly namespace?: number;
  /** Inclusive bounds in reading order: `start` is where reading begins. */
  readonly start?: number;
  readonly end?: number;
  /** Where to go on: the first entry to return. */
  readonly continueFrom?: { readonly at: number; readonly id: number };
  readonly ids?: readonly number[];
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

/** The public log: new users, blocks, rights. */
export interface LogStore {
  add(entry: NewLogEntry & { readonly actor: LogActor }): Promise<number>;
  list(query: LogQuery): Promise<LogEntry[]>;
}
