import { createSocket, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import type { ConfigInput } from '../../src/config/index.ts';
import { type ApiClient, createTestServer, type TestServer, type TestServerOptions } from '../../src/testing/index.ts';

/** How the name server behaves: it answers, at once or too late, says nothing, sends bytes that are no answer, or fails. */
type Mood = 'answers' | 'slow' | 'silent' | 'garbage' | 'fails';

const TIMEOUT_MS = 300;

/** A name server on a free port. */
export interface NameServer {
  readonly address: string;
  /** Names that have an address record. */
  readonly records: Map<string, { readonly answer: string; readonly ttl: number }>;
  /** Names that were asked for. */
  readonly asked: string[];
  /** Names in `quiet.example` are never answered. */
  mood: Mood;
  close(): Promise<void>;
}

/** The name in a question, and where the question ends. */
function readQuestion(packet: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = packet[at] as number; length > 0; length = packet[at] as number) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 5 };
}

function answerTo(packet: Buffer, { records, asked, mood }: NameServer): Buffer {
  const { name, end } = readQuestion(packet);
  asked.push(name);
  const record = mood === 'answers' || mood === 'slow' ? records.get(name) : undefined;
  const code = mood === 'fails' ? 2 : record ? 0 : 3;
  const head = Buffer.from(packet.subarray(0, 12));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(record ? 1 : 0, 6);
  head.fill(0, 8, 12);
  const question = packet.subarray(12, end);
  if (!record) return Buffer.concat([head, question]);
  const fields = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4]);
  fields.writeUInt32BE(record.ttl, 6);
  return Buffer.concat([head, question, fields, Buffer.from(record.answer.split('.').map(Number))]);
}

/** Starts a name server that has no records. */
export async function nameServer(): Promise<NameServer> {
  const socket: Socket = createSocket('udp4');
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  const server: NameServer = {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    records: new Map(),
    asked: [],
    mood: 'answers',
    close: () => new Promise<void>((done) => socket.close(() => done())),
  };
  socket.on('message', (packet, { port, address }) => {
    const answer = answerTo(packet, server);
    if (server.mood === 'silent' || server.asked.at(-1)?.endsWith('.quiet.example')) return;
    const send = () => socket.send(server.mood === 'garbage' ? Buffer.from('what is this?') : answer, port, address);
    if (server.mood === 'slow') setTimeout(send, 2 * TIMEOUT_MS);
    else send();
  });
  return server;
}

/** A server that asks the list `dnsbl.example`; `trustedProxies` lets tests choose the client's address. */
export const listServer = (
  { address }: Pick<NameServer, 'address'>,
  dnsbl: ConfigInput['dnsbl'] = {},
  more: Partial<TestServerOptions> = {},
): Promise<TestServer> =>
  createTestServer({
    ...more,
    config: {
      http: { trustedProxies: ['127.0.0.1'] },
      ...more.config,
      dnsbl: { zones: ['dnsbl.example'], servers: [address], timeoutMs: TIMEOUT_MS, ...dnsbl },
    },
  });

/** `PASS`, or the code of the failure, of an account made from an address. */
export async function createFrom(server: TestServer, address: string, name: string): Promise<string> {
  const client: ApiClient = server.client();
  client.headers['X-Forwarded-For'] = address;
  const { createaccount } = (await client.createAccount(name, 'Str0ng-Enough-Pw')) as {
    createaccount: { status: string; messagecode?: string };
  };
  return createaccount.messagecode ?? createaccount.status;
}
