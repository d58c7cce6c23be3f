import { WireApi } from '../wire/api.ts';
import type { Connection } from '../wire/connection.ts';

const PASSWORD = 'Correct-Horse-Battery-9';
const TOKENS = 'csrf|login|createaccount|userrights|patrol|rollback|watch';
/** So many accounts of a kind, because requests block them, change their passwords and take their groups away. */
const SPARE = 200;

/** Somebody who sends requests. */
export interface Person {
  readonly api: WireApi;
  readonly password: string;
  tokens: Readonly<Record<string, string>>;
  /** Signs in again where that is lost, and gets new tokens. */
  refresh(): Promise<void>;
}

const nameOf = (kind: string, number: number): string => `${kind} ${number}`;

/** Accounts that the people use, as a fixture file. */
export const fixtures = {
  users: ['Admin', 'Member'].flatMap((kind) =>
    Array.from({ length: SPARE }, (_, number) => ({
      name: nameOf(kind, number),
      password: PASSWORD,
      email: `${kind}${number}@example.org`,
      emailConfirmed: number % 2 === 0,
      groups: kind === 'Admin' ? ['sysop', 'bureaucrat'] : [],
      botPasswords:
        number < 5
          ? [{ appId: 'app', password: `${kind.toLowerCase()}${number}`.padEnd(32, 'a'), grants: ['basic'] }]
          : [],
    })),
  ),
};

/** Names that requests speak of. */
export const knownNames: readonly string[] = ['Admin 0', 'Admin 1', 'Member 0', 'Member 1', 'Member 2', 'Member 0@app'];

async function getTokens(api: WireApi): Promise<Readonly<Record<string, string>>> {
  const { query } = (await api.call('GET', { action: 'query', meta: 'tokens', type: TOKENS })) as {
    query?: { tokens?: Record<string, string> };
  };
  const tokens = query?.tokens ?? {};
  return Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name.replace(/token$/, ''), token]));
}

/** A visitor, or somebody who signs in with the accounts of a kind, one after the other. */
export function createPerson(connection: Connection, apiUrl: string, kind: 'Admin' | 'Member' | null): Person {
  const api = new WireApi(connection, apiUrl);
  let number = 3;
  const isSignedIn = async (): Promise<boolean> => {
    const { query } = (await api.call('GET', { action: 'query', meta: 'userinfo' })) as {
      query?: { userinfo?: { id: number } };
    };
    return (query?.userinfo?.id ?? 0) !== 0;
  };
  const signIn = async (): Promise<void> => {
    while (number < SPARE) {
      const username = nameOf(kind as string, number);
      const loginreturnurl = 'http://example.org/';
      const logintoken = await api.token('login');
      const params = { action: 'clientlogin', username, password: PASSWORD, loginreturnurl, logintoken };
      const { clientlogin } = (await api.call('POST', params)) as { clientlogin?: { status: string } };
      if (clientlogin?.status === 'PASS') return;
      api.jar.cookies.clear();
      number++;
    }
  };
  return {
    api,
    password: PASSWORD,
    tokens: {},
    async refresh() {
      if (kind !== null && !(await isSignedIn())) await signIn();
      this.tokens = await getTokens(api);
    },
  };
}
