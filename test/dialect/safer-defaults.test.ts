import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createConfig } from '../../src/config/index.ts';
import { ApiClient, type TestServer, type TestServerOptions } from '../../src/testing/index.ts';
import { documented } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await documented();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const PASSWORD = 'Al1ce-Wonder-Pw';
async function withConfig<T>(config: TestServerOptions['config'], work: (own: TestServer) => Promise<T>): Promise<T> {
  const own = await documented({ config });
  try {
    return await work(own);
  } finally {
    await own.close();
  }
}
const signedIn = async (on: TestServer, more = {}): Promise<ApiClient> => {
  const client = on.client();
  expect(await client.clientLogin('Alice', PASSWORD, more)).toMatchObject({ status: 'PASS' });
  return client;
};
/** A client with a copy of some cookies of another. */
const copyOf = (client: ApiClient, name = /./): ApiClient => {
  const copy = new ApiClient(client.api);
  for (const [key, value] of client.cookies) if (name.test(key)) copy.cookies.set(key, value);
  return copy;
};
const WITHOUT_SESSION = /Token$|UserID$|UserName$/;
const changePassword = async (client: ApiClient) =>
  client.post({
    action: 'changeauthenticationdata',
    changeauthrequest: 'MediaWiki\\Auth\\PasswordAuthenticationRequest',
    password: 'An0ther-Longer-One',
    retype: 'An0ther-Longer-One',
    changeauthtoken: await client.token(),
  });
const nameOf = async (client: ApiClient) => (await client.whoami()).name;

it('cookies are SameSite=Lax and HttpOnly', async () => {
  const client = server.client();
  const logintoken = await client.token('login');
  const response = await client.request({
    body: {
      ...{ action: 'clientlogin', username: 'Alice', password: PASSWORD, rememberMe: true },
      ...{ loginreturnurl: 'http://example.org/', logintoken },
    },
  });
  const cookies = response.headers.getSetCookie();
  expect(cookies.length).toBeGreaterThan(3);
  for (const cookie of cookies) expect(cookie).toMatch(/; httponly.*; samesite=lax|; samesite=lax.*; httponly/i);
});

it('look-alike names are refused, unless allowed', async () => {
  const make = async (on: TestServer) => (await on.client().createAccount('A1ice', 'S0me-Longer-One')).createaccount;
  expect(await make(server)).toMatchObject({ status: 'FAIL', messagecode: 'antispoof-conflict' });
  await withConfig({ accounts: { lookAlikes: 'allow' } }, async (own) => {
    expect(await make(own)).toMatchObject({ status: 'PASS' });
  });
});

it('every throttle is on by default', () => {
  const { throttles } = createConfig({});
  const { signIn, botSignIn, accountCreation, passwordReset, emailChange, emailConfirmation } = throttles;
  for (const lists of [signIn, botSignIn, accountCreation, emailChange, emailConfirmation]) {
    for (const limits of Object.values(lists)) {
      expect(limits.length).toBeGreaterThan(0);
      for (const { count, seconds } of limits) expect(Math.min(count, seconds)).toBeGreaterThan(0);
    }
  }
  expect(passwordReset.perAddress.length).toBeGreaterThan(0);
  expect(passwordReset.resendHours).toBeGreaterThan(0);
});

it('sign-ins are throttled per account from anywhere, and per address whatever the account', async () => {
  const http = { trustedProxies: ['127.0.0.1'] };
  const attempt = async (own: TestServer, name: string, address: string, password = 'wrong') => {
    const client = own.client();
    client.headers['X-Forwarded-For'] = address;
    return (await client.clientLogin(name, password)).messagecode;
  };
  await withConfig({ http, throttles: { signIn: { perAccount: [{ count: 2, seconds: 60 }] } } }, async (own) => {
    await attempt(own, 'Alice', '192.0.2.1');
    await attempt(own, 'Alice', '192.0.2.2');
    expect(await attempt(own, 'Alice', '192.0.2.3', PASSWORD)).toBe('login-throttled');
    expect(await attempt(own, 'Carol', '192.0.2.3')).toBe('wrongpassword');
  });
  await withConfig({ http, throttles: { signIn: { perAddress: [{ count: 2, seconds: 60 }] } } }, async (own) => {
    await attempt(own, 'Carol', '2001:db8::1');
    await attempt(own, 'Nobody', '2001:db8::2');
    expect(await attempt(own, 'Alice', '2001:db8::3', PASSWORD)).toBe('login-throttled');
    expect(await attempt(own, 'Alice', '2001:db8:1::1')).toBe('wrongpassword');
  });
});

it('passwords have at least eight bytes', async () => {
  const make = async (password: string) => (await server.client().createAccount('Zane', password)).createaccount;
  expect(await make('aB3_xY7')).toMatchObject({ status: 'FAIL', messagecode: 'passwordtooshort' });
  expect(await make('aB3_xY7q')).toMatchObject({ status: 'PASS' });
});

it('an unknown user, a wrong password and a user without one look the same, also in time', async () => {
  const config = { passwords: { format: 'argon2id' as const, argon2: { memoryKiB: 19_456, iterations: 2 } } };
  await withConfig(config, async (own) => {
    await own.services.accounts.create(
      { name: 'Empty', email: '', realName: '', registeredAt: own.clock.now(), options: {} },
      null,
    );
    const names = ['Nobody', 'Alice', 'Empty'];
    const answers = new Map<string, Set<string>>(names.map((name) => [name, new Set()]));
    const times = new Map<string, number[]>(names.map((name) => [name, []]));
    const work: Record<string, number> = {};
    const { passwords } = own.services;
    const { verify } = passwords;
    let asked = '';
    passwords.verify = (...args) => {
      work[asked] = (work[asked] ?? 0) + 1;
      return verify(...args);
    };
    const client = own.client();
    const logintoken = await client.token('login');
    for (let round = 0; round < 12; round++) {
      for (const name of names) {
        asked = name;
        const from = performance.now();
        const answer = await client.clientLogin(name, 'Wr0ng-Longer-One', { logintoken });
        times.get(name)?.push(performance.now() - from);
        answers.get(name)?.add(JSON.stringify(answer));
      }
    }
    expect([...new Set([...answers.values()].flatMap((set) => [...set]))]).toHaveLength(1);
    // The fastest attempts have the least of the machine's noise in them. Without equal work they differ tenfold.
    const best = names.map((name) => Math.min(...(times.get(name) as number[])));
    expect(Math.max(...best) / Math.min(...best)).toBeLessThan(4);
    expect(work).toEqual({ Nobody: 12, Alice: 12, Empty: 12 });
  });
});

it('a changed password ends all other sessions and remembered sign-ins, unless they are kept', async () => {
  const others = async (on: TestServer) => {
    const other = await signedIn(on, { rememberMe: '1' });
    const client = await signedIn(on, { rememberMe: '1' });
    const copied = copyOf(client, WITHOUT_SESSION);
    on.clock.advance(1000);
    expect(await changePassword(client)).toMatchObject({ changeauthenticationdata: { status: 'success' } });
    expect(await nameOf(client)).toBe('Alice');
    return [await nameOf(other), await nameOf(copyOf(other, WITHOUT_SESSION)), await nameOf(copied)];
  };
  const [other, remembered] = await others(server);
  expect([other, remembered]).toEqual(['127.0.0.1', '127.0.0.1']);
  await withConfig({ sessions: { endAllOnPasswordChange: false } }, async (own) => {
    expect(await others(own)).toEqual(['Alice', 'Alice', 'Alice']);
  });
});

it('signing out makes copies of the cookies worthless, unless remembered sign-ins are kept', async () => {
  const afterLogout = async (on: TestServer) => {
    const client = await signedIn(on, { rememberMe: '1' });
    const copies = [copyOf(client), copyOf(client, WITHOUT_SESSION)] as const;
    await client.post({ action: 'logout', token: await client.token() });
    return [await nameOf(copies[0]), await nameOf(copies[1])];
  };
  expect(await afterLogout(server)).toEqual(['127.0.0.1', '127.0.0.1']);
  await withConfig({ sessions: { endRememberedOnLogout: false } }, async (own) => {
    expect(await afterLogout(own)).toEqual(['Alice', 'Alice']);
  });
});

it('a program with a bot password cannot change the password of the account, unless it may', async () => {
  const change = async (on: TestServer) => {
    const client = on.client();
    await client.login('Alice@reader', 'a1a1a1a1b2b2b2b2c3c3c3c3d4d4d4d4');
    return changePassword(client);
  };
  expect(await change(server)).toMatchObject({ error: { code: 'badaccess' } });
  await withConfig({ sessions: { botMayChangePassword: true } }, async (own) => {
    expect(await change(own)).toMatchObject({ changeauthenticationdata: { status: 'success' } });
  });
});
