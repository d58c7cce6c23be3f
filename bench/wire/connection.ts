import { connect, type Socket } from 'node:net';
import { AnswerReader } from './answer-reader.ts';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** Lower-case names; a header that came several times has several values. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
}

/** What keeps an answer from coming. `closed`: the server hung up. */
export class NoAnswer extends Error {
  readonly reason: 'closed' | 'timeout' | 'malformed';

  constructor(reason: NoAnswer['reason'], detail = '') {
    super(`no answer: ${reason}${detail && ` (${detail})`}`);
    this.reason = reason;
  }
}

/** One kept-alive connection that takes requests as bytes, one at a time. */
export interface Connection {
  /**
   * Sends a request and resolves to its answer. Rejects with {@link NoAnswer}; the next request connects anew.
   * `bodyless`: the answer has no body whatever its headers say (HEAD).
   */
  send(
    request: Uint8Array,
    options?: { readonly bodyless?: boolean; readonly timeoutMs?: number },
  ): Promise<WireAnswer>;
  close(): void;
}

interface Waiting {
  resolve(answer: WireAnswer): void;
  reject(error: NoAnswer): void;
  readonly timer: NodeJS.Timeout;
}

/** Makes a connection; nothing is connected before the first request. Costs far less than `node:http`'s client. */
export function openConnection(host: string, port: number): Connection {
  let socket: Socket | null = null;
  let waiting: Waiting | null = null;
  const reader = new AnswerReader();

  const settle = (end: (waiting: Waiting) => void): void => {
    const current = waiting;
    if (!current) return;
    waiting = null;
    clearTimeout(current.timer);
    end(current);
  };
  const drop = (error: NoAnswer): void => {
    socket?.destroy();
    socket = null;
    settle(({ reject }) => reject(error));
  };

  const dial = (): Socket => {
    const made = connect({ host, port, noDelay: true });
    made.on('data', (part) => {
      if (made !== socket) return;
      try {
        const answer = reader.push(part);
        if (!answer) return;
        if (answer.headers.get('connection')?.[0]?.toLowerCase() === 'close') {
          made.destroy();
          socket = null;
        }
        settle(({ resolve }) => resolve(answer));
      } catch (error) {
        drop(new NoAnswer('malformed', (error as Error).message));
      }
    });
    made.on('error', () => {});
    made.on('close', () => {
      if (made !== socket) return;
      socket = null;
      const last = reader.end();
      settle(({ resolve, reject }) => (last ? resolve(last) : reject(new NoAnswer('closed'))));
    });
    return made;
  };

  return {
    send(request, { bodyless = false, timeoutMs = 10_000 } = {}) {
      reader.begin(bodyless);
      socket ??= dial();
      const to = socket;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => drop(new NoAnswer('timeout', `${timeoutMs} ms`)), timeoutMs);
        waiting = { resolve, reject, timer };
        to.write(request);
      });
    },
    close() {
      drop(new NoAnswer('closed'));
    },
  };
}
