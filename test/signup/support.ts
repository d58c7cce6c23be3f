import type { ApiClient, ApiParams } from '../../src/testing/index.ts';

export const GOOD = { name: 'Ann', password: 'Str0ng-Enough-Pw', retype: 'Str0ng-Enough-Pw' } as const;

/** What `action=signup` answers. */
export interface Signup {
  readonly result: string;
  readonly token?: string;
  readonly [more: string]: unknown;
}

/** One request. */
export const ask = async (client: ApiClient, params: ApiParams): Promise<Signup> =>
  (await client.post({ action: 'signup', ...params })).signup as Signup;

/** Without a token, and again with the one that came back. */
export async function signUp(client: ApiClient, params: ApiParams): Promise<Signup> {
  const first = await ask(client, params);
  return first.result === 'NeedToken' ? ask(client, { ...params, token: first.token }) : first;
}
