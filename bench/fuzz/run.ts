import { connect } from 'node:net';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { WireApi } from '../wire/api.ts';
import { type Connection, NoAnswer, openConnection } from '../wire/connection.ts';
import { requestBytes, type WireRequest } from '../wire/request.ts';
import { apiFields, apiRequest, mutate } from './api-request.ts';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import { asCurl, asNetcat } from './curl.ts';
import { headersFor } from './headers.ts';
import { judge } from './judge.ts';
import { createPerson, fixtures, knownNames, type Person } from './people.ts';
import { type Random, randomOf } from './random.ts';
import { rawRequest } from './raw-request.ts';
import { nasty } from './values.ts';

/** What {@link fuzz} can be told. */
export interface FuzzOptions {
  /** Folder of the program under test. */
  readonly program: string;
  readonly requests: number;
  readonly seed: number;
  /** Stop after so many failures. Default 20. */
  readonly maxFailures?: number;
  readonly progress?: (done: number) => void;
}

/** One thing that went wrong. */
export interface Failure {
  readonly index: number;
  readonly what: string;
  /** A line for bash that sends the request; empty when no single request is to blame. */
  readonly curl: string;
}

/** What a run found. */
export interface FuzzReport {
  readonly requests: number;
  readonly seed: number;
  readonly failures: readonly Failure[];
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Error codes of the API that were met. */
  readonly codes: number;
  /** Bytes after a garbage collection: after the first fifth, and at the end. */
  readonly heap: readonly [number, number];
  readonly rss: readonly [number, number];
  readonly seconds: number;
}

const AT_ONCE = 16;
const REFRESH_AFTER = 60;
/** More than this is a leak: a run leaves accounts, sessions and caches behind, but those are bounded or on disk. */
const MAX_HEAP_GROWTH = 24 * 1024 ** 2;
const MAX_RSS_GROWTH = 80 * 1024 ** 2;

const OTHER_PATHS = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/wiki/Special:UserLogin',
  '/wiki/Special:CreateAccount',
  '/w/index.php',
  '/w/api.php/x',
  '/favicon.ico',
];

const config = {
  passwords: { format: 'pbkdf2', pbkdf2: { rounds: 1 } },
  throttles: {
    signIn: { perPair: [], perAddress: [], perAccount: [] },
    botSignIn: { perPair: [] },
    accountCreation: { perAddress: [] },
    passwordReset: { perAddress: [], resendHours: 0 },
  },
  http: { trustedProxies: ['127.0.0.1'] },
};

/** Sends bytes that are hardly a request on a connection of their own; the status of the answer, 0 for none. */
const sendRaw = (url: URL, bytes: string): Promise<number> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(url.port), url.hostname, () => socket.write(bytes, 'latin1'));
    const timer = setTimeout(() => socket.destroy(), 40);
    socket.setEncoding('latin1').on('data', (part) => {
      text += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0));
    });
  });

/** What the server wrote into its log about a request. */
async function logged(server: ServerProcess, id: string): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const line =
    id === ''
      ? undefined
      : server
          .log()
          .split('\n')
          .find((entry) => entry.includes(id));
  return line === undefined ? '' : `\n  ${line.slice(0, 1500)}`;
}

function makeRequest(catalogue: Catalogue, person: Person, path: string, random: Random): WireRequest {
  const headers = headersFor(person.api.jar, random);
  const known = { names: knownNames, tokens: person.tokens, password: person.password };
  if (random.chance(0.04)) {
    const odd = random.chance(0.3) ? `/${nasty(random).replace(/[\0-\x20\x7f-\xff]/g, '')}` : random.pick(OTHER_PATHS);
    return apiRequest({
      fields: [['title', 'Special:UserLogin']],
      posted: false,
      headers,
      path: odd.slice(0, 3000),
      random,
    });
  }
  const { fields, posted } = apiFields(catalogue, random, known);
  if (random.chance(0.25)) mutate(fields, random);
  return apiRequest({ fields, posted, headers, path, random });
}

/** Starts a server and sends it that many requests. Rejects only when the run itself is impossible. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const server = await startServerProcess({ program: options.program, config, fixtures });
  try {
    return await attack(server, options);
  } finally {
    await server.stop();
  }
}

async function attack(server: ServerProcess, options: FuzzOptions): Promise<FuzzReport> {
  const { requests, seed } = options;
  const started = performance.now();
  const url = new URL(server.api);
  const open = (): Connection => openConnection(url.hostname, Number(url.port));
  const catalogue = await readCatalogue(new WireApi(open(), server.api));
  const failures: Failure[] = [];
  const statuses: Record<number, number> = {};
  const codes = new Set<string>();
  const maxFailures = options.maxFailures ?? 20;

  const count = (status: number): void => {
    statuses[status] = (statuses[status] ?? 0) + 1;
  };

  const one = async (index: number, person: Person, connection: Connection): Promise<void> => {
    const random = randomOf(seed, index);
    if (random.chance(0.02)) {
      const bytes = rawRequest(random);
      const status = await sendRaw(url, bytes);
      count(status);
      // 501 and 505 are what Node says of HTTP that it does not speak.
      if (status >= 500) failures.push({ index, what: `status ${status}`, curl: asNetcat(bytes, server.url) });
      return;
    }
    const request = makeRequest(catalogue, person, url.pathname, random);
    try {
      const answer = await connection.send(requestBytes(request, url.host), { bodyless: request.method === 'HEAD' });
      person.api.jar.take(answer);
      count(answer.status);
      const code = answer.headers.get('mediawiki-api-error')?.[0];
      if (code !== undefined) codes.add(code);
      const wrong = judge(answer);
      if (wrong !== null) {
        const id = answer.headers.get('x-request-id')?.[0] ?? '';
        failures.push({ index, what: wrong + (await logged(server, id)), curl: asCurl(request, server.url) });
      }
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      failures.push({ index, what: error.message, curl: asCurl(request, server.url) });
    }
  };

  let next = 0;
  const isOver = (end: number): boolean => next >= end || failures.length >= maxFailures || server.ended() !== null;
  const workers = Array.from({ length: AT_ONCE }, (_, number) => {
    const connection = open();
    const person = createPerson(
      connection,
      server.api,
      ([null, 'Member', 'Admin', 'Member'] as const)[number % 4] ?? null,
    );
    let sent = 0;
    return async (end: number): Promise<void> => {
      while (!isOver(end)) {
        if (sent++ % REFRESH_AFTER === 0) await person.refresh().catch(() => {});
        const index = next++;
        await one(index, person, connection);
        if (index % 1000 === 999) options.progress?.(index + 1);
      }
      connection.close();
    };
  });

  const until = async (end: number): Promise<void> => {
    await Promise.all(workers.map((worker) => worker(end)));
  };
  await until(Math.ceil(requests / 5));
  const before = server.ended() === null ? await server.memory() : { heapUsed: 0, rss: 0 };
  await until(requests);
  const ended = server.ended();
  const after = ended === null ? await server.memory() : before;

  const blame = (what: string): void => void failures.push({ index: next, what, curl: '' });
  if (ended !== null) blame(`the server ended with ${ended}: ${server.log().slice(-3000)}`);
  if (after.heapUsed - before.heapUsed > MAX_HEAP_GROWTH)
    blame(`heap grew from ${before.heapUsed} to ${after.heapUsed}`);
  if (after.rss - before.rss > MAX_RSS_GROWTH) blame(`RSS grew from ${before.rss} to ${after.rss}`);
  const complaint = /^.*(?:unhandled|uncaught|MaxListenersExceeded).*$/im.exec(server.log())?.[0];
  if (complaint) blame(`the log speaks of it: ${complaint.slice(0, 1000)}`);
  return {
    requests: Math.min(next, requests),
    seed,
    failures,
    statuses,
    codes: codes.size,
    heap: [before.heapUsed, after.heapUsed],
    rss: [before.rss, after.rss],
    seconds: (performance.now() - started) / 1000,
  };
}
