import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSiteHandler, type SiteHandler } from './handler.ts';
import { type Outgoing, textResponse } from './message.ts';
import type { SiteOptions } from './site.ts';

/** The site inside an application's own server. */
export interface Embedded {
  /** For `http.createServer(listener)` and frameworks over it. Reads the body itself. */
  readonly listener: (request: IncomingMessage, response: ServerResponse) => void;
  /** For servers over the Fetch API. `address` is the client's; without it every client counts as this machine. */
  readonly fetch: (request: Request, info?: { readonly address?: string }) => Promise<Response>;
}

const tooLarge = (limit: number): Outgoing => textResponse(413, `A request body can have at most ${limit} bytes.`);

async function readBody(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function grouped(headers: readonly [string, string][]): Map<string, string | string[]> {
  const all = new Map<string, string | string[]>();
  for (const [name, value] of headers) {
    const before = all.get(name);
    all.set(name, before === undefined ? value : [before, value].flat());
  }
  return all;
}

async function answerNode(site: SiteHandler, limit: number, request: IncomingMessage): Promise<Outgoing> {
  const body = await readBody(request, limit);
  if (!body) return tooLarge(limit);
  return site.handle({
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    headers: request.headers,
    body,
    peer: request.socket.remoteAddress ?? '',
    encrypted: 'encrypted' in request.socket,
  });
}

/** The parts that an application's own server calls. They share every rule with the server of `createHttp`. */
export function createEmbedded(options: SiteOptions): Embedded {
  const site = createSiteHandler(options);
  const limit = options.services.config.http.bodyLimitBytes;
  return {
    listener(request, response) {
      answerNode(site, limit, request).then(
        ({ status, headers, body }) => {
          response.statusCode = status;
          for (const [name, value] of grouped(headers)) response.setHeader(name, value);
          response.setHeader('Content-Length', Buffer.byteLength(body));
          if (status === 413) response.setHeader('Connection', 'close');
          response.end(request.method === 'HEAD' ? undefined : body);
        },
        () => response.destroy(),
      );
    },
    async fetch(request, info = {}) {
      const url = new URL(request.url);
      const body = request.body ? await readBody(request.body, limit) : new Uint8Array();
      const outgoing = body
        ? await site.handle({
            method: request.method,
            target: url.pathname + url.search,
            headers: { host: url.host, ...Object.fromEntries(request.headers) },
            body,
            peer: info.address ?? '127.0.0.1',
            encrypted: url.protocol === 'https:',
          })
        : tooLarge(limit);
      const headers = new Headers();
      for (const [name, value] of outgoing.headers) headers.append(name, value);
      const empty = request.method === 'HEAD' || outgoing.status === 204 || outgoing.status === 304;
      return new Response(empty ? null : outgoing.body, { status: outgoing.status, headers });
    },
  };
}
