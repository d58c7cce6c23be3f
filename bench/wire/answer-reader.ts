import type { WireAnswer } from './connection.ts';

interface Head {
  readonly status: number;
  readonly headers: Map<string, string[]>;
  /** Bytes of the body; null: in chunks; Infinity: until the server hangs up. */
  readonly length: number | null;
}

const EMPTY = Buffer.alloc(0);

function parseHead(text: string, bodyless: boolean): Head {
  const lines = text.split('\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(lines[0] ?? '')?.[1]);
  if (!(status >= 100)) throw new Error(`no status line: ${lines[0]?.slice(0, 80)}`);
  const headers = new Map<string, string[]>();
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    if (colon <= 0) throw new Error(`no header: ${line.slice(0, 80)}`);
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    if (before) before.push(value);
    else headers.set(name, [value]);
  }
  const announced = headers.get('content-length')?.[0];
  const none = bodyless || status < 200 || status === 204 || status === 304;
  if (none) return { status, headers, length: 0 };
  if (headers.get('transfer-encoding')?.[0]?.toLowerCase() === 'chunked') return { status, headers, length: null };
  return { status, headers, length: announced === undefined ? Number.POSITIVE_INFINITY : Number(announced) };
}

/** The body of chunks, when the last one is there. */
function parseChunks(bytes: Buffer): { body: Buffer; end: number } | null {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (!(size >= 0)) throw new Error('no chunk size');
    const start = line + 2;
    if (bytes.length < start + size + 2) return null;
    if (size === 0) return { body: Buffer.concat(parts), end: start + 2 };
    parts.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
}

/** Puts the answers to one request after the other together from what comes over the wire. */
export class AnswerReader {
  #bytes: Buffer = EMPTY;
  #head: Head | null = null;
  #bodyless = false;

  /** Forgets what is left of the last answer. */
  begin(bodyless: boolean): void {
    this.#bytes = EMPTY;
    this.#head = null;
    this.#bodyless = bodyless;
  }

  /** Takes bytes; the answer as soon as it is whole. Throws Error when it is no HTTP/1 answer. */
  push(part: Buffer): WireAnswer | null {
    this.#bytes = this.#bytes.length === 0 ? part : Buffer.concat([this.#bytes, part]);
    while (!this.#head) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      if (end < 0) return null;
      const head = parseHead(this.#bytes.toString('latin1', 0, end), this.#bodyless);
      this.#bytes = this.#bytes.subarray(end + 4);
      // 100 Continue and the like come before the answer.
      if (head.status >= 200) this.#head = head;
    }
    const { status, headers, length } = this.#head;
    if (length === null) {
      const chunks = parseChunks(this.#bytes);
      return chunks && { status, headers, body: chunks.body };
    }
    return this.#bytes.length >= length ? { status, headers, body: this.#bytes.subarray(0, length) } : null;
  }

  /** The server hung up: the answer, when that is how it ends. */
  end(): WireAnswer | null {
    if (this.#head?.length !== Number.POSITIVE_INFINITY) return null;
    return { status: this.#head.status, headers: this.#head.headers, body: this.#bytes };
  }
}
