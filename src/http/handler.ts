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
  /** `http` for what the transport answers itself, `page`, or the API's action. */
  readonly module: string;
  /** The API's error code, if any. */
  readonly error: string | null;
  readonly response: Outgoing;
}

const own = (response: Outgoing): Answered => ({ module: 'http', error: null, response });

const ACTION = /^[a-z-]{1,40}$/;

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
  const startAddress = config.http.articlePath.replace('$1', () => options.startPage ?? 'Main_Page');
  const apiPaths = [...new Set([`${config.http.scriptPath}/api.php`, '/api.php'])];
  const logsRequests = config.log.level === 'debug' || config.log.level === 'trace';
  let isStopping = false;

  const toOutgoing = (response: SiteResponse, client: Client): Outgoing => {
    const headers = response.headers.slice() as [string, string][];
    if (response.cookies) {
      for (const change of response.cookies) {
        headers.push(['Set-Cookie', writeCookie(change, cookieSettings, client.https, clock.now())]);
      }
    }
    return { status: response.status, headers, body: response.body };
  };

  const request = (
    incoming: Incoming,
    client: Client,
    id: string,
    query: ApiRequest['query'],
    body: ApiRequest['body'],
  ): ApiRequest => ({
    method: incoming.method,
    query,
    body,
    headers: incoming.headers as Record<string, string | undefined>,
    cookies: parseCookies(incoming.headers.cookie as string | undefined),
    address: client.address,
    id,
    origin: client.origin,
  });

  const readRequest = (
    incoming: Incoming,
    client: Client,
    id: string,
    search: string,
  ): ApiRequest | Promise<ApiRequest> => {
    const query = parseForm(search, 'windows-1252');
    const body = parseBody(incoming.method, incoming.headers['content-type'] as string | undefined, incoming.body);
    return body instanceof Promise
      ? body.then((read) => request(incoming, client, id, query, read))
      : request(incoming, client, id, query, body);
  };

  const answerApi = async (asked: ApiRequest | Promise<ApiRequest>, client: Client): Promise<Answered> => {
    const request = asked instanceof Promise ? await asked : asked;
    const response = toOutgoing(await api.handle(request), client);
    const action = (request.body.get('action') ?? request.query.get('action'))?.value ?? 'help';
    const error = response.headers.find(([name]) => name === 'MediaWiki-API-Error')?.[1] ?? null;
    return { module: error !== 'badvalue' && ACTION.test(action) ? action : 'unknown', error, response };
  };

  const answer = async (
    incoming: Incoming,
    client: Client,
    id: string,
    path: string,
    search: string,
  ): Promise<Answered> => {
    const parent = apiPaths.find((api) => path.startsWith(`${api}/`));
    if (parent !== undefined && config.api.enabled) {
      const location = search === '' ? parent : `${parent}?${search}`;
      return own(textResponse(301, 'Nothing can follow api.php.', [['Location', location]], 'text/html'));
    }
    switch (path) {
      case '/healthz':
        return own(healthResponse());
      case '/readyz':
        return own(await readyResponse(services, isStopping));
      case '/metrics':
        if (!config.metrics.enabled) break;
        return own(
          mayReadMetrics(client.address)
            ? await metrics.response()
            : textResponse(403, 'The figures of this server are not shown to your address.'),
        );
      case '/':
        return own(textResponse(302, 'The start page is elsewhere.', [['Location', startAddress]]));
    }
    const page = pages && (await pages({ ...(await readRequest(incoming, client, id, search)), path }));
    if (page) return { module: 'page', error: null, response: toOutgoing(page, client) };
    return own(textResponse(404, 'There is nothing at this address.'));
  };

  const route = (incoming: Incoming, client: Client, id: string): Promise<Answered> => {
    const { target } = incoming;
    const mark = target.indexOf('?');
    const path = mark < 0 ? target : target.slice(0, mark);
    const search = mark < 0 ? '' : target.slice(mark + 1);
    return config.api.enabled && apiPaths.includes(path)
      ? answerApi(readRequest(incoming, client, id, search), client)
      : answer(incoming, client, id, path, search);
  };

  return {
    stopping() {
      isStopping = true;
    },
    async handle(incoming) {
      const start = performance.now();
      const client = readClient(incoming);
      const given = client.proxied ? incoming.headers['x-request-id'] : undefined;
      const id = isRequestId(given) ? given : newRequestId();
      let answered: Answered;
      try {
        answered = await route(incoming, client, id);
      } catch (error) {
        log.error(
          { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
          'request failed',
        );
        answered = own(textResponse(500, `Something went wrong. Request: ${id}`));
      }
      const { module, error, response } = answered;
      if (!response.headers.some(([name]) => name === 'X-Request-Id')) response.headers.push(['X-Request-Id', id]);
      const ms = performance.now() - start;
      metrics.observe(module, error ?? (response.status < 400 ? 'ok' : String(response.status)), ms);
      if (logsRequests) {
        const { method, target } = incoming;
        const path = target.split('?', 1)[0];
        log.debug({ id, method, path, module, status: response.status, error, address: client.address, ms }, 'request');
      }
      return compress(response, incoming.headers['accept-encoding'] as string | undefined);
    },
  };
}
