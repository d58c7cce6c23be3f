/**
 * What the transport hands to the Action API: no framework type crosses this line, so the API also runs embedded.
 */
export interface ApiRequest {
  /** Upper case. */
  readonly method: string;
  /** Names and values of the query string, cleaned; last one wins. */
  readonly query: ReadonlyMap<string, ParamText>;
  /** Names and values of a POST body. */
  readonly body: ReadonlyMap<string, ParamText>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: ReadonlyMap<string, string>;
  /** The client's address after trusted proxies. */
  readonly address: string;
  /** 24 hex digits. */
  readonly id: string;
  /** Scheme, host and port that the client used, e.g. `http://127.0.0.1:8080`. */
  readonly origin: string;
}

/** One parameter as it came. */
export interface ParamText {
  /** After cleaning (NFC, control characters). Null when it was an array (`name[]=x`), which reads as absent. */
  readonly value: string | null;
  /** Whether cleaning changed it (a `badutf8` warning follows when a module reads it). */
  readonly changed: boolean;
}

/** What the Action API answers. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}
