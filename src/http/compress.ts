import { promisify } from 'node:util';
import { deflate, deflateSync, gzip, gzipSync } from 'node:zlib';
import type { Outgoing } from './message.ts';

/** Shorter bodies gain nothing. */
const MIN_BYTES = 1024;
/**
 * Up to this size compressing takes well under a millisecond and is done at once: the thread pool may be busy with
 * password hashes.
 */
const MAX_SYNC_BYTES = 65_536;
const OPTIONS = { level: 5 };
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|javascript|xml|vnd\.php)|image\/svg)/i;

const gzipAsync = promisify<Uint8Array, typeof OPTIONS, Buffer>(gzip);
const deflateAsync = promisify<Uint8Array, typeof OPTIONS, Buffer>(deflate);

/** `gzip` or `deflate`, whichever the client likes better; null when it takes neither. */
export function chooseEncoding(accept: string | undefined): 'gzip' | 'deflate' | null {
  if (accept === undefined) return null;
  let best: 'gzip' | 'deflate' | null = null;
  let bestWeight = 0;
  for (const entry of accept.toLowerCase().split(',')) {
    const [name, ...params] = entry.split(';').map((part) => part.trim());
    const weight = Number(params.find((param) => param.startsWith('q='))?.slice(2) ?? 1);
    const encoding =
      name === 'gzip' || name === 'x-gzip' || name === '*' ? 'gzip' : name === 'deflate' ? 'deflate' : null;
    if (encoding && weight > bestWeight) {
      best = encoding;
      bestWeight = weight;
    }
  }
  return best;
}

/** Tells shared caches that the encoding depends on the client; private answers never reach one. */
function addVary(headers: [string, string][]): void {
  if (headers.some(([name, value]) => name.toLowerCase() === 'cache-control' && /\bprivate\b/i.test(value))) return;
  const vary = headers.find(([name]) => name.toLowerCase() === 'vary');
  if (!vary) headers.push(['Vary', 'Accept-Encoding']);
  else if (!/\baccept-encoding\b/i.test(vary[1])) vary[1] = `${vary[1]}, Accept-Encoding`;
}

/** The answer, compressed where the client takes that and it is worth it. Adds to the headers it is given. */
export function compress(response: Outgoing, accept: string | undefined): Outgoing | Promise<Outgoing> {
  const { body, headers } = response;
  if (body.length < MIN_BYTES) return response;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (!COMPRESSIBLE.test(type) || headers.some(([name]) => name.toLowerCase() === 'content-encoding')) return response;
  addVary(headers);
  const encoding = chooseEncoding(accept);
  if (!encoding) return response;
  headers.push(['Content-Encoding', encoding]);
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  if (bytes.length <= MAX_SYNC_BYTES) {
    return { ...response, body: (encoding === 'gzip' ? gzipSync : deflateSync)(bytes, OPTIONS) };
  }
  return (encoding === 'gzip' ? gzipAsync : deflateAsync)(bytes, OPTIONS).then((packed) => ({
    ...response,
    body: packed,
  }));
}
