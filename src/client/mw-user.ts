import type { Api } from './api.ts';
import { MwMap } from './mw-map.ts';
import type { RequestPromise } from './request-promise.ts';

/** The part of `mw.user` that programs use: the reader of the page. */
export interface MwUser {
  readonly options: MwMap;
  readonly tokens: MwMap;
  /** null = not signed in. */
  getName(): string | null;
  /** 0 = not signed in. */
  getId(): number;
  isAnon(): boolean;
  isNamed(): boolean;
  getGroups(): RequestPromise<readonly string[]>;
  getRights(): RequestPromise<readonly string[]>;
}

/** Makes the reader of the page from its configuration; `open` gives a client of its wiki. */
export function createUser(
  config: MwMap,
  given: { readonly tokens?: Record<string, string>; readonly options?: Record<string, unknown> },
  open: () => Pick<Api, 'getUserInfo'>,
): MwUser {
  const name = (): string | null => config.get('wgUserName') as string | null;
  return {
    options: new MwMap(given.options),
    tokens: new MwMap(given.tokens),
    getName: name,
    getId: () => Number(config.get('wgUserId', 0)),
    isAnon: () => name() === null,
    isNamed: () => name() !== null,
    getGroups: () =>
      open()
        .getUserInfo()
        .then(({ groups }) => groups ?? []),
    getRights: () =>
      open()
        .getUserInfo()
        .then(({ rights }) => rights ?? []),
  };
}
