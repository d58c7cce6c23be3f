import { type ApiAnswer, parseApi, WireApi } from '../wire/api.ts';
import type { Connection, WireAnswer } from '../wire/connection.ts';

/** With which accounts a server is loaded. */
export interface Accounts {
  readonly user: string;
  readonly password: string;
  readonly bot: string;
  readonly botPassword: string;
}

/** One connection's share of a load: does one unit of work; throws when the server refuses it. */
export type Worker = () => Promise<void>;

/** A kind of load. */
export interface Workload {
  readonly name: string;
  readonly description: string;
  /** Requests of one unit of work. */
  readonly requests: number;
  /** The unit is one constant request, so that the same answer can be served by a bare server. */
  readonly constant: boolean;
  prepare(connection: Connection, api: string, accounts: Accounts): Promise<Worker>;
}

function expectGood(answer: ApiAnswer): ApiAnswer {
  if (answer.error !== undefined || answer.errors !== undefined) {
    throw new Error(JSON.stringify(answer.error ?? answer.errors).slice(0, 300));
  }
  return answer;
}

function expectResult(answer: ApiAnswer, module: string, member: string, value: string): void {
  const result = expectGood(answer)[module] as Record<string, unknown> | undefined;
  if (result?.[member] !== value) throw new Error(JSON.stringify(answer).slice(0, 300));
}

const returnUrl = 'http://example.org/';

async function clientLogin(client: WireApi, { user, password }: Accounts): Promise<void> {
  const logintoken = await client.token('login');
  const params = { action: 'clientlogin', username: user, password, loginreturnurl: returnUrl, logintoken };
  expectResult(await client.call('POST', params), 'clientlogin', 'status', 'PASS');
}

/** A request that is the same each time; what it answers is looked at each time. */
function constantRequest(
  name: string,
  description: string,
  method: 'GET' | 'POST',
  params: Readonly<Record<string, string>>,
  member: (answer: ApiAnswer) => unknown,
  signIn = false,
): Workload {
  return {
    name,
    description,
    requests: 1,
    constant: true,
    async prepare(connection, api, accounts) {
      const client = new WireApi(connection, api);
      if (signIn) await clientLogin(client, accounts);
      const bytes = client.bytes(method, params);
      let good: Buffer | null = null;
      return async () => {
        const answer: WireAnswer = await connection.send(bytes);
        // The same bytes as the last good answer need no second look: reading JSON would slow the generator down.
        if (good?.equals(answer.body)) return;
        if (member(expectGood(parseApi(answer))) === undefined) throw new Error(answer.body.toString().slice(0, 300));
        good = answer.body;
      };
    },
  };
}

type Query = Record<string, Record<string, unknown>>;
const query = (answer: ApiAnswer): Query => (answer.query ?? {}) as Query;
let accountNumber = 0;

/** Every kind of load, in the order in which they are run. */
export const workloads: readonly Workload[] = [
  constantRequest(
    'tokens',
    'a visitor asks for a login token',
    'GET',
    { action: 'query', meta: 'tokens', type: 'login' },
    (answer) => query(answer).tokens?.logintoken,
  ),
  constantRequest(
    'userinfo',
    'somebody signed in asks who they are',
    'GET',
    { action: 'query', meta: 'userinfo' },
    (answer) => query(answer).userinfo?.id || undefined,
    true,
  ),
  constantRequest(
    'authmanagerinfo',
    'a visitor asks for the sign-in form',
    'GET',
    { action: 'query', meta: 'authmanagerinfo', amirequestsfor: 'login' },
    (answer) => query(answer).authmanagerinfo?.requests,
  ),
  constantRequest(
    'validatepassword',
    'a visitor tries a new password',
    'POST',
    { action: 'validatepassword', password: 'Some-new-Passw0rd', user: 'Somebody New' },
    (answer) => answer.validatepassword,
  ),
  {
    name: 'clientlogin',
    description: 'token and sign-in with a password',
    requests: 2,
    constant: false,
    prepare: async (connection, api, accounts) => async () => clientLogin(new WireApi(connection, api), accounts),
  },
  {
    name: 'botlogin',
    description: 'token and sign-in with a bot password',
    requests: 2,
    constant: false,
    prepare:
      async (connection, api, { bot, botPassword }) =>
      async () => {
        const client = new WireApi(connection, api);
        const lgtoken = await client.token('login');
        const params = { action: 'login', lgname: bot, lgpassword: botPassword, lgtoken };
        expectResult(await client.call('POST', params), 'login', 'result', 'Success');
      },
  },
  {
    name: 'createaccount',
    description: 'token and a new account',
    requests: 2,
    constant: false,
    prepare: async (connection, api) => {
      const run = Date.now().toString(36);
      return async () => {
        const client = new WireApi(connection, api);
        const createtoken = await client.token('createaccount');
        const username = `Load ${run} ${++accountNumber}`;
        const password = `Correct-Horse-${accountNumber}`;
        const params = { action: 'createaccount', username, password, retype: password, createtoken };
        const answer = await client.call('POST', { ...params, createreturnurl: returnUrl });
        expectResult(answer, 'createaccount', 'status', 'PASS');
      };
    },
  },
];
