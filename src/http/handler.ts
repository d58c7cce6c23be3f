import type { ApiRequest } from '../api/request.ts';
import { rangeMatcher } from '../base/ip.ts';
import { parseBody } from './body.ts';
import { type Client, createClientReader } from './client.ts';
import { compress } from './compress.ts';
import { parseCookies, writeCookie } from './cookies.ts';
import { parseForm } from './form.ts';
import { healthResponse, readyResponse } from './health.ts';
import { type Incoming, type Outgoing, type SiteResponse, textResponse } from './message.ts';
import { createMetrics } from './metrics.ts';
import { isRequestId, newRequestId } from './request-id.ts';
import type { SiteOptions } from './site.ts';

/** Answers requests, whatever framework they came through. */
export interface SiteHandler {
  /** Never rejects: what fails inside becomes a 500 with the request id, and an entry in the log. */
  handle(incoming: Incoming): Promise<Outgoing>;
  /** From now on `/readyz` says that this server is going away. */
  stopping(): void;
}

/** What a request was answered by, for the log and the figures, and the answer. */
interface Answered {
  readonly module: string;
  readonly response: Outgoing;
}

const header = (headers: readonly (readonly [string, string])[], name: string): string | undefined =>
  headers.find(([key]) => key.toLowerCase() === name)?.[1];

/** Makes the one handler that the server and all ways of embedding share. */
export function createSiteHandler(options: SiteOptions): SiteHandler {
  const { services, api, pages } = options;
  const { config, clock, log } = services;
  const readClient = createClientReader(config.http.trustedProxies);
  const metrics = createMetrics(services, options.gauges ?? []);
  const mayReadMetrics = rangeMatcher(config.metrics.allowedAddresses);
  const cookieSettings = {
    domain: config.sessions.cookieDomain,
    sameSite: config.sessions.sameSite,
    secure: config.sessions.secure,
  };
  const startAddress = config.http.articlePath.replace('$1', () => options.startPage ?? 'Special:UserLogin');
  const apiPaths = [...new Set([`${config.http.scriptPath}/api.php`, '/api.php'])];
  let isStopping = false;

  const toOutgoing = (response: SiteResponse, client: Client): Outgoing => {
    const headers = response.headers.map(([name, value]): [string, string] => [name, value]);
    for (const change of response.cookies ?? []) {
      headers.push(['Set-Cookie', writeCookie(change, cookieSettings, client.https, clock.now())]);
    }
    return { status: response.status, headers, body: response.body };
  };

  const readRequest = async (incoming: Incoming, client: Client, id: string, query: string): Promise<ApiRequest> => {
    const { method, headers, body } = incoming;
    const form = parseBody(method, headers['content-type'] as string | undefined, body);
    return {
      method,
      query: parseForm(query, 'windows-1252'),
      body: form instanceof Promise ? await form : form,
      headers: headers as Record<string, string | undefined>,
      cookies: parseCookies(headers.cookie as string | undefined),
      address: client.address,
      id,
      origin: client.origin,
    };
  };

  const answerApi = async (request: ApiRequest, client: Client): Promise<Answered> => {
    const response = toOutgoing(await api.handle(request), client);
    const action = (request.body.get('action') ?? request.query.get('action'))?.value ?? 'help';
    const known = header(response.headers, 'mediawiki-api-error') !== 'badvalue' && /^[a-z-]{1,40}$/.test(action);
    return { module: known ? action : 'unknown', response };
  };

  const answer = async (incoming: Incoming, client: Client, id: string): Promise<Answered> => {
    const { target } = incoming;
    const mark = target.indexOf('?');
    const path = mark < 0 ? target : target.slice(0, mark);
    const query = mark < 0 ? '' : target.slice(mark + 1);
    if (config.api.enabled) {
      if (apiPaths.includes(path)) return answerApi(await readRequest(incoming, client, id, query), client);
      const parent = apiPaths.find((api) => path.startsWith(`${api}/`));
      if (parent !== undefined) {
        const location = parent + target.slice(path.length);
        return { module: 'http', response: textResponse(301, 'Nothing can follow api.php.', [['Location', location]]) };
      }
    }
    switch (path) {
      case '/healthz':
        return { module: 'http', response: healthResponse() };
      case '/readyz':
        return { module: 'http', response: await readyResponse(services, isStopping) };
      case '/metrics':
        if (!config.metrics.enabled) break;
        return {
          module: 'http',
          response: mayReadMetrics(client.address)
            ? await metrics.response()
            : textResponse(403, 'The figures of this server are not shown to your address.'),
        };
      case '/':
        return {
          module: 'http',
          response: textResponse(302, 'The start page is elsewhere.', [['Location', startAddress]]),
        };
    }
    const page = pages && (await pages({ ...(await readRequest(incoming, client, id, query)), path }));
    if (page) return { module: 'page', response: toOutgoing(page, client) };
    return { module: 'http', response: textResponse(404, 'There is nothing at this address.') };
  };

  return {
    stopping() {
      isStopping = true;
    },
    async handle(incoming) {
      const start = performance.now();
      const client = readClient(incoming);
      const given = incoming.headers['x-request-id'];
      const id = client.proxied && isRequestId(given) ? given : newRequestId();
      let answered: Answered;
      try {
        answered = await answer(incoming, client, id);
      } catch (error) {
        log.error(
          { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
          'request failed',
        );
        answered = { module: 'http', response: textResponse(500, `Something went wrong. Request: ${id}`) };
      }
      const { module, response } = answered;
      if (header(response.headers, 'x-request-id') === undefined) response.headers.push(['X-Request-Id', id]);
      const ms = performance.now() - start;
      const error = header(response.headers, 'mediawiki-api-error');
      metrics.observe(module, error ?? (response.status < 400 ? 'ok' : String(response.status)), ms);
      log.debug(
        { id, method: incoming.method, module, status: response.status, error, address: client.address, ms },
        'request',
      );
      return compress(response, incoming.headers['accept-encoding'] as string | undefined);
    },
  };
}
