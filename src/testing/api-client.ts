/** Parameters of a request: lists are joined with `|`, true is sent as `1`, false and undefined are left out. */
export type ApiParams = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

// Answers of the API have no common shape that would help a test.
type Answer = Record<string, unknown>;

function write(params: ApiParams): URLSearchParams {
  const out = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === false) continue;
    out.set(name, Array.isArray(value) ? value.join('|') : value === true ? '1' : String(value));
  }
  return out;
}

/** A small client of the Action API for tests, with cookies, in `format=json&formatversion=2`. */
export class ApiClient {
  readonly api: string;
  readonly cookies = new Map<string, string>();
  /** Headers of every request, e.g. `X-Forwarded-For`. */
  readonly headers: Record<string, string> = {};

  constructor(api: string) {
    this.api = api;
  }

  /** Any request; keeps the cookies of the answer. */
  async request(init: {
    readonly query?: ApiParams;
    readonly body?: ApiParams | FormData | string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }): Promise<Response> {
    const query = init.query ? `?${write(init.query)}` : '';
    const { body } = init;
    const sent = body === undefined || typeof body === 'string' || body instanceof FormData ? body : write(body);
    const response = await fetch(this.api + query, {
      method: init.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...this.headers,
        ...(this.cookies.size > 0 && { Cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ') }),
        ...init.headers,
      },
      ...(sent !== undefined && { body: sent }),
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const at = pair.indexOf('=');
      const gone = attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0');
      if (gone) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async get(params: ApiParams): Promise<Answer> {
    const query = { format: 'json', formatversion: 2, ...params };
    return (await (await this.request({ query })).json()) as Answer;
  }

  async post(params: ApiParams, query?: ApiParams): Promise<Answer> {
    const body = { format: 'json', formatversion: 2, ...params };
    return (await (await this.request({ body, ...(query && { query }) })).json()) as Answer;
  }

  /** A token of this type. */
  async token(type: 'csrf' | 'login' | 'createaccount' | 'userrights' = 'csrf'): Promise<string> {
    const { query } = (await this.get({ action: 'query', meta: 'tokens', type })) as {
      query: { tokens: Record<string, string> };
    };
    return query.tokens[`${type}token`] as string;
  }

  /** `action=clientlogin`; the answer under its name. */
  async clientLogin(username: string, password: string, more: ApiParams = {}): Promise<Answer> {
    const logintoken = await this.token('login');
    const loginreturnurl = 'http://example.org/';
    const params = { action: 'clientlogin', username, password, loginreturnurl, logintoken, ...more };
    return (await this.post(params)).clientlogin as Answer;
  }

  /** `action=login` with a token; the answer under its name. */
  async login(lgname: string, lgpassword: string, more: ApiParams = {}): Promise<Answer> {
    const lgtoken = await this.token('login');
    return (await this.post({ action: 'login', lgname, lgpassword, lgtoken, ...more })).login as Answer;
  }

  /** `action=createaccount`; the whole answer. */
  async createAccount(username: string, password: string, more: ApiParams = {}): Promise<Answer> {
    const createtoken = await this.token('createaccount');
    const createreturnurl = 'http://example.org/';
    const own = { action: 'createaccount', username, password, retype: password, createreturnurl, createtoken };
    return this.post({ ...own, ...more });
  }

  /** Name and id of the caller. */
  async whoami(): Promise<{ id: number; name: string; anon?: boolean }> {
    const { query } = (await this.get({ action: 'query', meta: 'userinfo' })) as {
      query: { userinfo: { id: number; name: string; anon?: boolean } };
    };
    return query.userinfo;
  }
}
