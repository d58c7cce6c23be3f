import type { AjaxOptions } from './ajax-options.ts';
import type { Answer, UserInfo } from './answers.ts';
import { CookieJar } from './cookie-jar.ts';
import { errorMessage } from './error-message.ts';
import type { ApiParams } from './module-params.ts';
import { saveOptions } from './options.ts';
import type { PageState } from './page.ts';
import { fieldsOf, type LooseParams, preprocessParameters } from './parameters.ts';
import { type FailureDetails, failure, promiseOf, RequestPromise } from './request-promise.ts';
import { type Sent, send } from './send.ts';
import { type TokenGroup, tokenGroup, tokenType } from './token-cache.ts';
import { userAfter } from './user-after.ts';

/** What {@link Api} can be told. */
export interface ApiOptions {
  /** Parameters of every request. Default: `action=query`, `format=json`. */
  readonly parameters?: LooseParams;
  readonly ajax?: AjaxOptions;
  /** Join lists with U+001F where a value holds a `|`. Default: where `ajax.url` is not given. */
  readonly useUS?: boolean;
  /** Keep cookies, where `fetch` keeps none (Node): in a jar of this client (`true`) or in a shared one. */
  readonly cookies?: boolean | CookieJar;
}

/** How often lists of messages have to be split: the API takes that many at once. */
const MESSAGES_AT_ONCE = 50;

/**
 * A client of one wiki's Action API with the interface of MediaWiki's `mw.Api`, for browsers and Node. What it promises
 * is that of `resources/src/mediawiki.api` in MediaWiki 1.39; see docs/browser-client.md for what differs.
 */
export class Api {
  readonly defaults: {
    readonly parameters: LooseParams;
    readonly ajax: AjaxOptions & { readonly url: string };
    readonly useUS: boolean;
  };
  /** Cookies of this client; null where the browser keeps them. */
  readonly cookies: CookieJar | null;
  readonly #page: PageState | null;
  readonly #running = new Set<Sent>();
  #userName: string | null = null;

  /** @throws TypeError outside of a page when there is no `ajax.url`. */
  constructor(options: ApiOptions = {}, page: PageState | null = null) {
    const url = options.ajax?.url ?? page?.apiUrl;
    if (url === undefined) throw new TypeError('ajax.url is missing: the address of api.php');
    this.defaults = {
      parameters: { action: 'query', format: 'json', ...options.parameters },
      ajax: { timeout: 30_000, ...options.ajax, url: String(url) },
      useUS: options.useUS ?? options.ajax?.url === undefined,
    };
    this.cookies = options.cookies === true ? new CookieJar() : options.cookies || null;
    this.#page = page;
    if (page?.apiUrl === this.defaults.ajax.url) this.#seed(page.tokens);
  }

  /** Name of the user: in a page its reader, elsewhere who signed in through this client. */
  get userName(): string | null {
    return this.#page ? this.#page.userName : this.#userName;
  }

  get<A extends string = 'query'>(params: ApiParams<A>, ajaxOptions: AjaxOptions = {}): RequestPromise<Answer> {
    return this.ajax(params, { ...ajaxOptions, type: 'GET' });
  }

  post<A extends string = 'query'>(params: ApiParams<A>, ajaxOptions: AjaxOptions = {}): RequestPromise<Answer> {
    return this.ajax(params, { ...ajaxOptions, type: 'POST' });
  }

  /**
   * Sends one request. Fails with the code of the API's first error, with `ok-but-empty`, or with `http` when there is
   * no answer or none of the API.
   */
  ajax<A extends string = 'query'>(params: ApiParams<A>, ajaxOptions: AjaxOptions = {}): RequestPromise<Answer> {
    const options = { ...this.defaults.ajax, ...ajaxOptions };
    const fields = fieldsOf({ ...this.defaults.parameters, ...params }, this.defaults.useUS);
    const sent = send({ options: { ...options, url: String(options.url) }, fields, jar: this.cookies });
    this.#running.add(sent);
    const outcome = sent.outcome.then((result) => {
      this.#running.delete(sent);
      if (!this.#page && result.ok) this.#userName = userAfter(result.args[0] as Answer, fields, this.#userName);
      return result;
    });
    return new RequestPromise(outcome, sent.abort);
  }

  /** Aborts all requests of this client that are under way. */
  abort(): void {
    for (const sent of this.#running) sent.abort();
  }

  /** Posts with a token of this type as `token`; once more with a new one when the API refuses it as `badtoken`. */
  postWithToken<A extends string = 'query'>(
    type: string,
    params: ApiParams<A>,
    ajaxOptions?: AjaxOptions,
  ): RequestPromise<Answer> {
    const { assert, assertuser } = params as LooseParams;
    let posting: RequestPromise<Answer> | null = null;
    let aborted = false;
    const post = (token: string): RequestPromise<Answer> => {
      // The token may be wanted by others, so it is fetched to its end.
      if (aborted) return cancelled();
      posting = this.post({ ...params, token } as ApiParams<string>, ajaxOptions);
      return posting;
    };
    const attempt = (): RequestPromise<Answer> => this.getToken(type, { assert, assertuser }).then(post);
    const result = attempt().catch((...args) => {
      if (args[0] !== 'badtoken') return rejected(args);
      this.badToken(type);
      posting = null;
      return attempt();
    });
    const abort = (): void => {
      aborted = true;
      posting?.abort();
    };
    return new RequestPromise(result.settled(), abort);
  }

  /** {@link postWithToken} with the token of most modules, `csrf`. */
  postWithEditToken<A extends string = 'query'>(
    params: ApiParams<A>,
    ajaxOptions?: AjaxOptions,
  ): RequestPromise<Answer> {
    return this.postWithToken('csrf', params, ajaxOptions);
  }

  /**
   * A token, which is kept until {@link badToken}. `additional`: more parameters, or the value of `assert`. Fails with
   * `token-missing` when the API knows no such type.
   */
  getToken(name: string, additional: LooseParams | string = {}): RequestPromise<string> {
    const type = tokenType(name);
    const group = this.#tokens();
    const known = group.get(`${type}Token`);
    if (known) return known;
    const more = typeof additional === 'string' ? { assert: additional } : additional;
    const request = this.get<string>({ action: 'query', meta: 'tokens', type, ...more });
    const token: RequestPromise<string> = request.then(
      (answer) => {
        const text = answer.query?.tokens?.[`${type}token`];
        if (text) return text;
        if (!answer.query) group.delete(`${type}Token`);
        return rejected<string>([answer.query ? 'token-missing' : 'query-missing', answer]);
      },
      (...args) => {
        // Failures are not kept, except that there is no such type.
        if (group.get(`${type}Token`) === token) group.delete(`${type}Token`);
        return rejected<string>(args);
      },
    );
    group.set(`${type}Token`, token);
    return token;
  }

  /** {@link getToken} of the type `csrf`. */
  getEditToken(): RequestPromise<string> {
    return this.getToken('csrf');
  }

  /** Forgets the token of this type. */
  badToken(type: string): void {
    this.#tokens().delete(`${tokenType(type)}Token`);
  }

  /**
   * Signs in with `action=login`: asks without a token, and again with the one that the answer holds. Fails with
   * `unknown` and the answer when the result is not `Success`.
   */
  login(username: string, password: string): RequestPromise<Answer> {
    const params = { action: 'login', lgname: username, lgpassword: password } as const;
    return this.post(params).then((first) =>
      this.post({ ...params, lgtoken: first.login?.token ?? '' }).then((answer) =>
        answer.login?.result === 'Success' ? answer : rejected<Answer>([answer.error?.code ?? 'unknown', answer]),
      ),
    );
  }

  /** Name, id, groups and rights of the caller. */
  getUserInfo(): RequestPromise<UserInfo> {
    return this.get({ action: 'query', meta: 'userinfo', uiprop: ['groups', 'rights'] }).then(
      (answer) => answer.query?.userinfo ?? rejected<UserInfo>(['query-missing', answer]),
    );
  }

  /** These parameters with the demand that the caller is still {@link userName} (or nobody). */
  assertCurrentUser<P extends object>(params: P): P & { assert: 'user' | 'anon'; assertuser?: string } {
    const user = this.userName;
    const demand = user === null ? { assert: 'anon' as const } : { assert: 'user' as const, assertuser: user };
    return { ...demand, ...params };
  }

  /** Saves one preference; null = its default. */
  saveOption(name: string, value: string | number | boolean | null): RequestPromise<Answer | undefined> {
    return this.saveOptions({ [name]: value });
  }

  /** Saves preferences; null = the default. Fails with `notloggedin`, without a request, for who is not signed in. */
  saveOptions(options: Readonly<Record<string, string | number | boolean | null>>): RequestPromise<Answer | undefined> {
    return this.userName === null ? rejected(['notloggedin']) : saveOptions(this, options);
  }

  /** Texts of the interface by their keys; keys that there are not are left out. */
  getMessages(keys: string | readonly string[], options: LooseParams = {}): RequestPromise<Record<string, string>> {
    const all = typeof keys === 'string' ? [keys] : keys;
    return promiseOf(async () => {
      const texts: Record<string, string> = {};
      for (let from = 0; from < all.length; from += MESSAGES_AT_ONCE) {
        const { query } = await this.get<string>({
          action: 'query',
          meta: 'allmessages',
          ammessages: all.slice(from, from + MESSAGES_AT_ONCE),
          amlang: this.#page?.language,
          formatversion: 2,
          ...options,
        });
        for (const { name, content, missing } of query?.allmessages ?? []) {
          if (!missing && content !== undefined) texts[name] = content;
        }
      }
      return texts;
    });
  }

  /** What to tell a person of a failure, as plain text. `details` is the second argument of `fail`. */
  getErrorMessage(details: FailureDetails | string | null | undefined): string {
    return errorMessage(details);
  }

  /** Changes parameters into what is sent, in place: lists into texts; `false` and `undefined` are removed. */
  preprocessParameters(parameters: Record<string, unknown>, useUS: boolean = this.defaults.useUS): void {
    const ready = preprocessParameters(parameters as LooseParams, useUS);
    for (const name of Object.keys(parameters)) if (!(name in ready)) delete parameters[name];
    Object.assign(parameters, ready);
  }

  #tokens(): TokenGroup {
    return tokenGroup(this.defaults.ajax.url, this.cookies);
  }

  #seed(tokens: Readonly<Record<string, string>>): void {
    const group = this.#tokens();
    for (const [name, token] of Object.entries(tokens))
      if (!group.has(name))
        group.set(
          name,
          promiseOf(() => token),
        );
  }
}

const rejected = <T>(args: readonly unknown[]): RequestPromise<T> =>
  new RequestPromise<T>(Promise.resolve(failure(...args)));

const cancelled = (): RequestPromise<Answer> => rejected(['http', { textStatus: 'abort', exception: 'abort' }]);
