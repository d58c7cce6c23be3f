import { afterAll, beforeAll, beforeEach } from 'vitest';
import { decodeBase32 } from '../../src/base/base32.ts';
import type { ConfigInput } from '../../src/config/index.ts';
import { codeOf, stepAt } from '../../src/providers/totp/code.ts';
import { type ApiClient, createTestServer, type Fixtures, type TestServer } from '../../src/testing/index.ts';

export type Answer = Record<string, unknown>;
/** A form as the API writes it. */
export interface Form {
  readonly id: string;
  readonly required: string;
  readonly provider: string;
  readonly account: string;
  readonly metadata: Record<string, unknown>;
  readonly fields: Record<string, { type: string; options?: Record<string, string>; optional: boolean }>;
}

export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
export const RECOVERY = ['QRSTUVWXYZ234567', 'AAAABBBBCCCCDDDD'];
export const PASSWORD = 'correct-horse-battery';
export const BOT = 'b'.repeat(32);
export const RETURN = 'http://example.org/';

/** Dora has a TOTP key and two recovery codes; Alice has nothing; Sam is an administrator without a factor. */
export const fixtures: Fixtures = {
  users: [
    {
      name: 'Dora',
      password: PASSWORD,
      email: 'dora@example.org',
      emailConfirmed: true,
      totp: { secret: SECRET, scratchTokens: RECOVERY },
      botPasswords: [{ appId: 'tool', password: BOT }],
    },
    { name: 'Alice', password: PASSWORD, email: 'alice@example.org', emailConfirmed: true },
    { name: 'Sam', password: PASSWORD, email: 'sam@example.org', emailConfirmed: true, groups: ['sysop'] },
  ],
};

/** A server for all tests of a file, as new for each. */
export function useServer(config: ConfigInput = {}): () => TestServer {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer({ fixtures, config });
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());
  return () => server;
}

/** The code that an app shows, so many steps from now. */
export const totpCode = (server: TestServer, offset = 0, secret = SECRET): string =>
  codeOf(decodeBase32(secret) as Uint8Array, stepAt(server.clock.now()) + offset);

/** Goes on with a sign-in. */
export async function goOn(client: ApiClient, fields: Record<string, string>): Promise<Answer> {
  const logintoken = await client.token('login');
  const answer = await client.post({ action: 'clientlogin', logincontinue: '1', logintoken, ...fields });
  return answer.clientlogin as Answer;
}

/** A client that waits for its second factor. */
export async function withPassword(server: TestServer, name = 'Dora', more: Record<string, string> = {}) {
  const client = server.client();
  const answer = await client.clientLogin(name, PASSWORD, more);
  return { client, answer, forms: (answer.requests ?? []) as Form[] };
}

/** A signed-in client. */
export async function signedIn(server: TestServer, name = 'Alice'): Promise<ApiClient> {
  const { client, answer } = await withPassword(server, name);
  if (answer.status !== 'PASS') throw new Error(`${name} did not sign in: ${JSON.stringify(answer)}`);
  return client;
}

/** The forms of an action. */
export async function formsOf(client: ApiClient, action: string): Promise<Form[]> {
  const { query } = (await client.get({ action: 'query', meta: 'authmanagerinfo', amirequestsfor: action })) as {
    query: { authmanagerinfo: { requests: Form[] } };
  };
  return query.authmanagerinfo.requests;
}

/** Changes credentials; the whole answer. */
export const change = async (client: ApiClient, changeauthrequest: string, fields: Record<string, string>) =>
  client.post({
    action: 'changeauthenticationdata',
    changeauthrequest,
    changeauthtoken: await client.token(),
    ...fields,
  });

/** Removes credentials; the whole answer. */
export const remove = async (client: ApiClient, request: string) =>
  client.post({ action: 'removeauthenticationdata', request, token: await client.token() });
