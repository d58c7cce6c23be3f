import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterEach } from 'vitest';
import type { ApiRequest } from '../../src/api/request.ts';
import { systemClock } from '../../src/base/clock.ts';
import { type ConfigInput, createConfig } from '../../src/config/index.ts';
import { createHttp, type HttpServer, type SiteOptions, type SiteResponse } from '../../src/http/index.ts';
import { createMailbox, createMailer } from '../../src/mail/index.ts';
import { createPasswords, passwordsOptions } from '../../src/passwords/passwords.ts';
import { openStores } from '../../src/storage/open.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

/** Services over memory. */
export async function memoryServices(input: ConfigInput = {}): Promise<SiteOptions['services']> {
  const config = createConfig(input);
  const storage = await openStores({ driver: 'memory' });
  opened.push(storage);
  const { stores, volatile } = storage;
  const mailer = createMailer({
    transport: createMailbox(),
    queue: stores.mailQueue,
    from: 'wiki@example.org',
    clock: systemClock,
    log: quiet,
    enabled: true,
  });
  const passwords = createPasswords(passwordsOptions(config.passwords));
  return { config, clock: systemClock, stores, volatile, mailer, passwords, log: quiet };
}

/** An API whose answer is what it was asked, as the transport read it. */
export const echo = (extra: Partial<SiteResponse> = {}) => ({
  async handle(request: ApiRequest): Promise<SiteResponse> {
    const { query, body, cookies, headers: _headers, ...rest } = request;
    const params = (map: ApiRequest['query']) => Object.fromEntries([...map].map(([name, text]) => [name, text.value]));
    return {
      status: 200,
      headers: [['Content-Type', 'application/json; charset=utf-8']],
      body: JSON.stringify({ ...rest, query: params(query), body: params(body), cookies: Object.fromEntries(cookies) }),
      ...extra,
    };
  },
});

/** Starts a server on a free port; it is closed after the test. */
export async function startSite(
  options: Partial<Omit<SiteOptions, 'services'>> & { config?: ConfigInput } = {},
): Promise<HttpServer> {
  const { config, ...rest } = options;
  const http = createHttp({ services: await memoryServices(config), api: echo(), ...rest });
  const server = await http.listen({ port: 0 });
  opened.push(server);
  return server;
}

/** An answer as it came over the wire. */
export interface Wire {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request without any of fetch's own ideas about headers, paths and redirects. */
export const wire = (
  url: string,
  target: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Wire> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const { method = 'GET', headers = {}, body } = options;
    const request = httpRequest({ hostname, port, path: target, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });

/** What the echo API was asked. */
export const asked = (answer: Wire) => JSON.parse(answer.body.toString());
