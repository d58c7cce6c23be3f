import type { ApiClient, ApiParams } from '../../src/testing/index.ts';

/** What the old `createaccount` answers, whichever of the two. */
export interface LegacyAnswer {
  readonly createaccount?: { token: string; result: string; userid?: number; username?: string; warnings?: object[] };
  readonly error?: { code: string; info: string };
}

export const GOOD = { name: 'GymBeauWhales', password: 'S0me-Longer-One' } as const;

/** One request of the old interface. */
export const ask = async (client: ApiClient, params: ApiParams): Promise<LegacyAnswer> =>
  (await client.post({ action: 'createaccount', ...params })) as LegacyAnswer;

/** The whole sequence of the documentation: without a token, and again with the one that came back. */
export async function create(client: ApiClient, params: ApiParams): Promise<LegacyAnswer> {
  const first = await ask(client, params);
  return first.createaccount?.result === 'needtoken'
    ? ask(client, { ...params, token: first.createaccount.token })
    : first;
}

/** The code that the sequence ends with; `success` and the like when there is none. */
export const codeOf = async (client: ApiClient, params: ApiParams): Promise<string | undefined> => {
  const answer = await create(client, params);
  return answer.error?.code ?? answer.createaccount?.result;
};
