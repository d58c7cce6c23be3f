interface Cookie {
  readonly value: string;
  readonly path: string;
  readonly secure: boolean;
  /** Milliseconds since the epoch; `Infinity` = as long as the jar. */
  readonly expires: number;
}

const fits = (path: string, cookiePath: string): boolean =>
  path === cookiePath || path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);

/** Cookies of one program, where `fetch` keeps none (Node). Each goes back only to the host and port that set it. */
export class CookieJar {
  readonly #hosts = new Map<string, Map<string, Cookie>>();

  /** The `Cookie` header for a request; empty when there is none. */
  header(address: string): string {
    const url = new URL(address);
    return [...(this.#hosts.get(url.host) ?? [])]
      .filter(([, { expires, secure, path }]) => {
        return expires > Date.now() && (!secure || url.protocol === 'https:') && fits(url.pathname, path);
      })
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  /** Takes the cookies of an answer. */
  keep(address: string, headers: Headers): void {
    const { host } = new URL(address);
    const cookies = this.#hosts.get(host) ?? new Map<string, Cookie>();
    this.#hosts.set(host, cookies);
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/; */);
      const at = pair.indexOf('=');
      if (at < 1) continue;
      const read = new Map(
        attributes.map((attribute) => {
          const [name = '', ...value] = attribute.split('=');
          return [name.toLowerCase(), value.join('=')];
        }),
      );
      const age = read.get('max-age');
      const date = read.get('expires');
      const expires = age !== undefined ? Date.now() + Number(age) * 1000 : date !== undefined ? Date.parse(date) : NaN;
      cookies.set(pair.slice(0, at), {
        value: pair.slice(at + 1),
        path: read.get('path')?.startsWith('/') ? (read.get('path') as string) : '/',
        secure: read.has('secure'),
        expires: Number.isNaN(expires) ? Infinity : expires,
      });
    }
  }

  /** Forgets everything. */
  clear(): void {
    this.#hosts.clear();
  }
}
