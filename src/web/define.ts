import type { Actor } from '../auth/actor.ts';
import type { Services } from '../auth/services.ts';
import type { CookieChange, Session } from '../sessions/types.ts';

/** One parameter as it came; null when it was an array (`name[]=x`), which reads as absent. */
interface Value {
  readonly value: string | null;
}

/** What the transport hands to the pages. */
export interface PageRequest {
  /** Upper case. */
  readonly method: string;
  /** Not decoded, without the query string. */
  readonly path: string;
  readonly query: ReadonlyMap<string, Value>;
  readonly body: ReadonlyMap<string, Value>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: ReadonlyMap<string, string>;
  /** The client's address after trusted proxies. */
  readonly address: string;
  /** 24 hex digits. */
  readonly id: string;
  /** Scheme, host and port that the client used. */
  readonly origin: string;
}

/** What a page answers. */
export interface PageResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | Uint8Array;
}

/** The same with the cookies of the caller's session. */
export interface PageAnswer extends PageResponse {
  readonly cookies: readonly CookieChange[];
}

/** One request for a page, as its handler sees it. */
export interface PageCall {
  readonly request: PageRequest;
  readonly services: Services;
  readonly actor: Actor;
  readonly session: Session;
  /** Milliseconds: one time for the whole request. */
  readonly now: number;
  /** The reader's language, as a code that messages take. */
  readonly language: string;
  /** What follows the page's name and a slash; null when nothing does. */
  readonly subpage: string | null;
  /** A value of the query string or, first, of the posted form; null when absent. */
  param(name: string): string | null;
}

/** A page: its name and what answers it. */
export interface PageDefinition {
  /** Without `Special:`; with a slash for what is under another page, e.g. `Captcha/image`. */
  readonly name: string;
  /** `Special` when it is left out; `main` = an ordinary title, e.g. `Main Page`. */
  readonly namespace?: 'main';
  /** Whether its forms are taken while the site can only be read. */
  readonly worksReadOnly?: boolean;
  handle(call: PageCall): Promise<PageResponse> | PageResponse;
}

/** Declares a page. */
export const definePage = (page: PageDefinition): PageDefinition => page;
