import { METHODS } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { createSiteHandler } from './handler.ts';
import { type Outgoing, textResponse } from './message.ts';
import type { SiteOptions } from './site.ts';

/** A server that listens. */
export interface HttpServer {
  /** Where it really listens: `http://host:port`. */
  readonly url: string;
  /** Stops taking connections, ends running requests (those that take too long are cut off), then resolves. */
  close(): Promise<void>;
}

/** The server before it listens. */
export interface Http {
  /** Default host and port: those of the configuration. Rejects when the port cannot be had. */
  listen(options?: { readonly host?: string; readonly port?: number }): Promise<HttpServer>;
}

const MEDIA_TYPE = /^[\w.+*-]+\/[\w.+*-]+\s*(?:;|$)/;

/** A content type as PHP reads it: a space or a comma ends it too. What is none is one that nobody reads. */
function readableType(written: string): string {
  if (MEDIA_TYPE.test(written)) return written;
  const first = written.split(/[,; ]/, 1)[0] ?? '';
  return MEDIA_TYPE.test(first) ? first : 'application/octet-stream';
}

const STATUS: Readonly<Record<string, (limit: number) => Outgoing>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (limit) => textResponse(413, `A request body can have at most ${limit} bytes.`),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => textResponse(400, 'The body does not have the announced length.'),
};

/**
 * Writes an answer past Fastify's own reply, which would look at each header and at the body once more. A name may come
 * several times. `close`: the connection ends after it.
 */
function send(request: FastifyRequest, reply: FastifyReply, { status, headers, body }: Outgoing, close = false): void {
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, value);
  if (status !== 204 && status !== 304) flat.push('Content-Length', String(Buffer.byteLength(body)));
  if (close) flat.push('Connection', 'close');
  reply.hijack();
  reply.raw.writeHead(status, flat);
  reply.raw.end(request.raw.method === 'HEAD' ? undefined : body);
}

function toIncoming(request: FastifyRequest) {
  const { raw } = request;
  return {
    method: raw.method ?? 'GET',
    target: raw.url ?? '/',
    headers: raw.headers,
    body: (request.body as Buffer | null | undefined) ?? null,
    peer: raw.socket.remoteAddress ?? '',
    encrypted: 'encrypted' in raw.socket,
  };
}

function noCompiler(): never {
  throw new Error('routes have no schemas here');
}

/** What Node's parser refuses: status by its code, 400 for all others. */
const UNREADABLE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Answers what is no HTTP request, and says that the connection ends, so that no client sends another one over it. */
function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = UNREADABLE[error.code ?? ''] ?? '400 Bad Request';
  const text = 'This request cannot be read.\n';
  const headers = `Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n${text}`);
}

function createFastify(options: SiteOptions): FastifyInstance {
  const { http } = options.services.config;
  const app = fastify({
    logger: false,
    bodyLimit: http.bodyLimitBytes,
    requestTimeout: http.requestTimeoutMs,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    // Parameters are read by PHP's rules elsewhere; here nobody looks at them.
    routerOptions: { querystringParser: () => ({}) },
    // No route has a schema: Fastify's own compilers are a quarter of its start.
    clientErrorHandler: refuseUnreadable,
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
    // By default time-outs are looked after every 30 seconds only.
    http: { connectionsCheckingInterval: Math.min(5000, http.requestTimeoutMs), headersTimeout: http.requestTimeoutMs },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  for (const method of METHODS) {
    if (method !== 'CONNECT' && !app.supportedMethods.includes(method)) app.addHttpMethod(method, { hasBody: true });
  }
  // A type that is none would be refused, but bodies of other types are only ignored here.
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers } = request.raw;
    const type = headers['content-type'];
    if (type === '') delete headers['content-type'];
    else if (type !== undefined) headers['content-type'] = readableType(type);
    done();
  });
  return app;
}

/** Builds the server over the API and the pages. */
export function createHttp(options: SiteOptions): Http {
  const { config, log } = options.services;
  const site = createSiteHandler(options);
  const app = createFastify(options);
  let closing = false;

  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    send(request, reply, await site.handle(toIncoming(request)), closing);
  };
  // A route of its own is found faster than the wildcard.
  for (const path of new Set([`${config.http.scriptPath}/api.php`, '/api.php'])) app.all(path, handle);
  app.all('*', handle);
  app.setNotFoundHandler(handle);
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    // Fastify wants a body with some methods; here the API decides about methods.
    if (error.code?.startsWith('FST_ERR_ROUTE_MISSING_CONTENT')) return handle(request, reply);
    const known = STATUS[error.code ?? '']?.(config.http.bodyLimitBytes);
    const status = error.statusCode ?? 500;
    if (!known && status >= 500) log.error({ error: error.stack ?? error.message }, 'request failed');
    send(
      request,
      reply,
      known ?? textResponse(status, status < 500 ? 'This request cannot be read.' : 'Something went wrong.'),
      // Fastify says so when the rest of a body that is too large would come.
      closing || reply.getHeader('connection') === 'close',
    );
  });

  return {
    async listen({ host = config.http.host, port = config.http.port } = {}) {
      await app.listen({ host, port });
      const bound = app.server.address() as AddressInfo;
      const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
      return {
        url: `http://${name}:${bound.port}`,
        async close() {
          closing = true;
          site.stopping();
          const deadline = setTimeout(() => app.server.closeAllConnections(), config.http.shutdownTimeoutMs);
          try {
            await app.close();
          } finally {
            clearTimeout(deadline);
          }
        },
      };
    },
  };
}
