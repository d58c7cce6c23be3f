import type { Connection, WireAnswer } from './connection.ts';
import { Jar } from './jar.ts';
import { form, requestBytes, utf8 } from './request.ts';

/** An answer of the API in `format=json&formatversion=2`. */
export type ApiAnswer = { readonly [name: string]: unknown };

/** A client of the Action API with cookies, over one connection. */
export class WireApi {
  readonly jar = new Jar();
  readonly #connection: Connection;
  readonly #url: URL;

  constructor(connection: Connection, api: string) {
    this.#connection = connection;
    this.#url = new URL(api);
  }

  /** The bytes of a call, with the cookies of now. */
  bytes(method: 'GET' | 'POST', params: Readonly<Record<string, string>>): Buffer {
    const fields = Object.entries({ format: 'json', formatversion: '2', ...params });
    const text = form(fields.map(([name, value]) => [utf8(name), utf8(value)]));
    const cookie = this.jar.header();
    const headers: [string, string][] = cookie === null ? [] : [['Cookie', cookie]];
    if (method === 'POST') headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
    const target = this.#url.pathname + (method === 'GET' ? `?${text}` : '');
    return requestBytes({ method, target, headers, body: method === 'GET' ? null : text }, this.#url.host);
  }

  async call(method: 'GET' | 'POST', params: Readonly<Record<string, string>>): Promise<ApiAnswer> {
    const answer = await this.#connection.send(this.bytes(method, params));
    this.jar.take(answer);
    return parseApi(answer);
  }

  /** A token; empty when the answer has none. */
  async token(type: string): Promise<string> {
    const { query } = (await this.call('GET', { action: 'query', meta: 'tokens', type })) as {
      query?: { tokens?: Record<string, string> };
    };
    return query?.tokens?.[`${type}token`] ?? '';
  }
}

/** The JSON of an answer. Throws SyntaxError. */
export const parseApi = (answer: WireAnswer): ApiAnswer => JSON.parse(answer.body.toString()) as ApiAnswer;
