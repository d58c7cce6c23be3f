import { afterAll, beforeAll, beforeEach } from 'vitest';
import { ApiClient, type ApiParams, createTestServer, type TestServer } from '../../src/testing/index.ts';

export const alice = { name: 'Alice', password: 'Al1ce-Wonder-Pw' };
export const bot = { name: 'Alice@reader', password: 'a1a1a1a1b2b2b2b2c3c3c3c3d4d4d4d4' };
/** Signs in with this password and must change it. */
export const stale = { name: 'Stale', password: 'Exp1red-Password-X' };
export const newPassword = 'S0me-Longer-One';

const block = { reason: 'Test', by: 'Admin' };
const person = (name: string, password: string) => ({
  name,
  password,
  email: `${name}@example.org`,
  emailConfirmed: true,
});

/** Starts a server for the tests of a file, and begins again before each. */
export function useServer(config: Parameters<typeof createTestServer>[0] = {}): () => TestServer {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer({
      fixtures: {
        users: [
          { ...person('Admin', 'Adm1n-Passw0rd-Pe3r'), groups: ['sysop', 'bureaucrat'] },
          {
            ...person(alice.name, alice.password),
            botPasswords: [{ appId: 'reader', password: bot.password, grants: ['basic'] }],
          },
          { ...person(stale.name, stale.password), passwordExpired: 'hard' },
          { ...person('Evan', 'Ev4n-Blocked-Pw'), block },
        ],
      },
      ...config,
    });
  });
  beforeEach(() => server.reset());
  afterAll(() => server?.close());
  return () => server;
}

/** A request of a client, as it leaves it. */
export interface Sent {
  readonly query?: ApiParams;
  readonly body?: ApiParams | FormData | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** Sends it; the answer, read as JSON. All answers of the API have status 200. */
export async function ask(client: ApiClient, sent: Sent): Promise<unknown> {
  const response = await client.request(sent);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`status ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** By GET, or by POST, with `format=json` and nothing else of its own. */
export const get = (client: ApiClient, query: ApiParams) => ask(client, { query: { format: 'json', ...query } });
export const post = (client: ApiClient, body: ApiParams, query?: ApiParams) =>
  ask(client, { body: { format: 'json', ...body }, ...(query && { query }) });

/** A member of an answer by its path; undefined when it is not there. */
export const at = (answer: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], answer);

/** The text at a path. Throws when there is none. */
export function textAt(answer: unknown, ...path: readonly (string | number)[]): string {
  const value = at(answer, ...path);
  if (typeof value !== 'string') throw new Error(`no text at ${path.join('.')}: ${JSON.stringify(answer)}`);
  return value;
}

/** A token by `meta=tokens`, as most clients ask. */
export const token = async (client: ApiClient, type: string): Promise<string> =>
  textAt(await get(client, { action: 'query', meta: 'tokens', type }), 'query', 'tokens', `${type}token`);

/** Signs in with the bot password, as most clients do. */
export async function signInBot(client: ApiClient): Promise<unknown> {
  const lgtoken = await token(client, 'login');
  return post(client, { action: 'login', lgname: bot.name, lgpassword: bot.password, lgtoken });
}

/** What a session token looks like. */
export const TOKEN = /^[0-9a-f]{38,}\+\\$/;

export { ApiClient, type ApiParams, type TestServer };
