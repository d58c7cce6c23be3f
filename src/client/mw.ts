import { Api, type ApiOptions } from './api.ts';
import { createLoader, type Loader } from './mw-loader.ts';
import { MwMap } from './mw-map.ts';
import { createMessage, type MwMessage } from './mw-message.ts';
import { createUser, type MwUser } from './mw-user.ts';
import type { PageState } from './page.ts';
import type { LooseParams } from './parameters.ts';
import type { RequestPromise } from './request-promise.ts';

/** What a page says about itself, as the JSON in its `data-mw-config`. */
export interface PageConfig {
  /** `wgServer`, `wgScriptPath`, `wgUserName`, … as MediaWiki names them. */
  readonly config?: Record<string, unknown>;
  /** `csrfToken` and the like, which then need not be asked for. */
  readonly tokens?: Record<string, string>;
  /** Preferences of the reader. */
  readonly options?: Record<string, unknown>;
}

/** A client that also puts texts into `mw.messages`. */
export interface PageApi extends Api {
  loadMessages(keys: string | readonly string[], options?: LooseParams): RequestPromise<boolean>;
  loadMessagesIfMissing(keys: readonly string[], options?: LooseParams): RequestPromise<boolean>;
}

/** The part of MediaWiki's global `mw` that programs for the Action API use. */
export interface Mw {
  readonly config: MwMap;
  readonly user: MwUser;
  readonly messages: MwMap;
  readonly loader: Loader;
  readonly Api: new (options?: ApiOptions) => PageApi;
  readonly util: {
    /** Address of `api.php` and the like, without the server. */
    wikiScript(name?: string): string;
    /** Address of a page, without the server. */
    getUrl(title: string, params?: Readonly<Record<string, string>>): string;
  };
  message(key: string, ...params: unknown[]): MwMessage;
  msg(key: string, ...params: unknown[]): string;
  log(...values: unknown[]): void;
}

const DEFAULTS = { wgScriptPath: '/w', wgArticlePath: '/wiki/$1', wgUserName: null, wgUserLanguage: 'en' };

/** Makes the global `mw` of a page. */
export function createMw(page: PageConfig): Mw {
  const config = new MwMap({ ...DEFAULTS, ...page.config });
  const messages = new MwMap();
  const wikiScript = (name = 'index'): string => `${config.get('wgScriptPath')}/${name}.php`;

  const state: PageState = {
    get apiUrl() {
      return wikiScript('api');
    },
    get userName() {
      return config.get('wgUserName') as string | null;
    },
    get language() {
      return config.get('wgUserLanguage') as string;
    },
    tokens: page.tokens ?? {},
  };

  class MwApi extends Api implements PageApi {
    constructor(options?: ApiOptions) {
      super(options, state);
    }

    loadMessages(keys: string | readonly string[], options?: LooseParams): RequestPromise<boolean> {
      return this.getMessages(keys, options).then((texts) => messages.set(texts));
    }

    loadMessagesIfMissing(keys: readonly string[], options?: LooseParams): RequestPromise<boolean> {
      return this.loadMessages(
        keys.filter((key) => !messages.exists(key)),
        options,
      );
    }
  }

  const user = createUser(config, page, () => new MwApi());
  const util = {
    wikiScript,
    getUrl(title: string, params: Readonly<Record<string, string>> = {}): string {
      const name = encodeURIComponent(title.replaceAll(' ', '_')).replace(/%(3A|2F|40)/g, decodeURIComponent);
      const query = new URLSearchParams(params).toString();
      return String(config.get('wgArticlePath')).replace('$1', () => name) + (query && `?${query}`);
    },
  };
  return {
    config,
    user,
    messages,
    util,
    Api: MwApi,
    loader: createLoader({
      'mediawiki.api': MwApi,
      'mediawiki.base': {},
      'mediawiki.user': user,
      'mediawiki.util': util,
    }),
    message: (key, ...params) => createMessage(messages, key, params),
    msg: (key, ...params) => createMessage(messages, key, params).text(),
    log: (...values) => console.debug(...values),
  };
}
