import { describe, expect, it } from 'vitest';
import { decodeBase32 } from '../../src/base/base32.ts';
import { codeOf, stepAt } from '../../src/providers/totp/code.ts';
import type { ApiClient, ApiParams } from '../../src/testing/index.ts';
import { useServer } from './support.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const dora = { name: 'Dora', password: 'D0ra-TwoFactor-Pw' };
const server = useServer({ fixtures: { users: [{ ...dora, totp: { secret } }] } });

interface Login {
  readonly status: string;
  readonly message: string;
  readonly messagecode: string;
  readonly username?: string;
  readonly requests?: readonly {
    readonly id: string;
    readonly fields?: Readonly<Record<string, { readonly label: string; readonly help: string }>>;
  }[];
}

const code = (): string => codeOf(decodeBase32(secret) as Uint8Array, stepAt(server().clock.now()));
const send = async (client: ApiClient, params: ApiParams, query?: ApiParams): Promise<Login> =>
  (await client.post({ action: 'clientlogin', ...params }, query)).clientlogin as Login;

describe('pywikibot', () => {
  // It takes the one field of the first request that has fields, shows its label, and sends it with an empty
  // logincontinue, still with loginreturnurl and without name and password.
  it('signs in by the field that the answer names', async () => {
    const client = server().client();
    const common = { loginreturnurl: 'https://example.com', rememberMe: '1', logintoken: await client.token('login') };
    const first = await send(client, { ...common, username: dora.name, password: dora.password });
    expect(first).toMatchObject({ status: 'UI', message: expect.any(String), messagecode: 'oathauth-auth-ui' });
    const fields = Object.entries(first.requests?.find((request) => request.fields)?.fields ?? {});
    expect(fields).toHaveLength(1);
    const [name, { label }] = fields[0] as (typeof fields)[number];
    expect(label).not.toBe('');

    const failed = await send(client, { ...common, [name]: '000000', logincontinue: '' });
    expect(failed).toMatchObject({ status: 'UI', messagecode: expect.stringMatching(/-failed$/) });
    expect(failed.requests?.[0]?.fields?.[name]?.help).not.toBe('');
    expect(await send(client, { ...common, [name]: code(), logincontinue: '' })).toMatchObject({ status: 'PASS' });
  });
});

describe('mwclient 0.11', () => {
  // It sends what its caller gives: the fields of the answer, with logincontinue.
  it('signs in with the fields that its caller read from the answer', async () => {
    const client = server().client();
    const logintoken = await client.token('login');
    const loginreturnurl = new URL(server().url).origin;
    const first = await send(client, { username: dora.name, password: dora.password, loginreturnurl, logintoken });
    const name = Object.keys(first.requests?.[0]?.fields ?? {})[0] as string;
    expect(await send(client, { [name]: code(), logincontinue: 'true', logintoken })).toMatchObject({
      status: 'PASS',
      username: 'Dora',
    });
  });
});

describe('Wikipedia for Android', () => {
  const query = { format: 'json', formatversion: '2', errorformat: 'html', errorsuselocal: '1' };
  it('finds the request by the end of its id, and continues with name, password and code', async () => {
    const client = server().client();
    const person = { username: dora.name, password: dora.password, rememberMe: 'true' };
    const logintoken = await client.token('login');
    const first = await send(client, { ...person, loginreturnurl: 'https://en.wikipedia.org', logintoken }, query);
    expect(first.status).toBe('UI');
    expect(first.requests?.[0]?.id).toMatch(/TOTPAuthenticationRequest$/);
    const more = { ...person, OATHToken: code(), logincontinue: 'true', logintoken };
    expect(await send(client, more, query)).toMatchObject({ status: 'PASS', username: 'Dora' });
  });
});

describe('Wikipedia for iOS', () => {
  it('repeats everything with a new token, and knows a wrong code by its message code', async () => {
    const client = server().client();
    const person = { username: dora.name, password: dora.password, loginreturnurl: 'https://en.wikipedia.org' };
    const step = async (more: ApiParams) =>
      send(client, { ...person, rememberMe: '1', ...more, logintoken: await client.token('login') });
    expect(await step({})).toMatchObject({ status: 'UI' });
    const wrong = await step({ OATHToken: '123', logincontinue: '1' });
    expect(wrong).toMatchObject({ status: 'UI', messagecode: 'oathauth-login-failed' });
    expect(wrong.requests?.[0]?.fields).toHaveProperty('OATHToken');
    expect(await step({ OATHToken: code(), logincontinue: '1' })).toMatchObject({ status: 'PASS' });
  });
});

it('action=login with the main password says what to use instead', async () => {
  const answer = await server().client().login(dora.name, dora.password);
  expect(answer).toMatchObject({ result: 'Aborted', reason: expect.stringContaining('clientlogin') });
});
