import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConfigInput } from '../../src/config/index.ts';
import { type ApiClient, createTestServer, type TestServer } from '../../src/testing/index.ts';

export const PASSWORD = 'Str0ng-Enough-Pw';

export const BOT_PASSWORD = 'i9i9i9i9j0j0j0j0k1k1k1k1l2l2l2l2';

/** One account of each kind that matters here. */
export const fixtures = {
  users: [
    { name: 'Alice', password: PASSWORD, botPasswords: [{ appId: 'worker', password: BOT_PASSWORD }] },
    { name: 'Gina', password: PASSWORD },
    { name: 'Admin', password: PASSWORD, groups: ['sysop'] },
    { name: 'Bob', password: PASSWORD, groups: ['bot'] },
  ],
};

/** A server that asks; `trustedProxies` lets tests choose the client's address. */
export const captchaServer = (captcha: ConfigInput['captcha'], more: ConfigInput = {}): Promise<TestServer> =>
  createTestServer({ fixtures, config: { http: { trustedProxies: ['127.0.0.1'] }, ...more, captcha } });

/** The form that `authmanagerinfo` shows. */
export interface Captcha {
  readonly id: string;
  readonly info: string;
  readonly metadata: Record<string, string>;
  readonly fields: Record<string, { type: string; value?: string; label: string }>;
}

/** What a client is asked now; null when nothing. */
export async function asked(client: ApiClient, action: 'create' | 'login' = 'create'): Promise<Captcha | null> {
  const answer = (await client.get({ action: 'query', meta: 'authmanagerinfo', amirequestsfor: action })) as {
    query: { authmanagerinfo: { requests: { id: string; metadata: object; fields: Captcha['fields'] }[] } };
  };
  const form = answer.query.authmanagerinfo.requests.find(({ id }) => id === 'CaptchaAuthenticationRequest');
  if (!form) return null;
  const metadata = form.metadata as Record<string, string>;
  const { captchaId, captchaInfo } = form.fields;
  return { id: captchaId?.value ?? '', info: captchaInfo?.value ?? '', metadata, fields: form.fields };
}

/** The same where something must be asked. */
export async function question(client: ApiClient, action: 'create' | 'login' = 'create'): Promise<Captcha> {
  const captcha = await asked(client, action);
  if (!captcha) throw new Error('nothing is asked');
  return captcha;
}

/** Answers a question rightly. */
export async function solved(
  server: TestServer,
  client: ApiClient,
  action: 'create' | 'login' = 'create',
): Promise<{ captchaId: string; captchaWord: string }> {
  const { id } = await question(client, action);
  return { captchaId: id, captchaWord: server.captchaAnswer(client, id) ?? '' };
}

/** `PASS`, or the code of the failure. */
export async function create(client: ApiClient, name: string, more: Record<string, string> = {}): Promise<string> {
  const { createaccount } = (await client.createAccount(name, PASSWORD, more)) as {
    createaccount: { status: string; messagecode?: string };
  };
  return createaccount.messagecode ?? createaccount.status;
}

/** `PASS`, or the code of the failure. */
export async function signIn(
  client: ApiClient,
  name: string,
  password: string,
  more: Record<string, string> = {},
): Promise<string> {
  const answer = (await client.clientLogin(name, password, more)) as { status: string; messagecode?: string };
  return answer.messagecode ?? answer.status;
}

/** A client that comes from this address. */
export function clientFrom(server: TestServer, address: string): ApiClient {
  const client = server.client();
  client.headers['X-Forwarded-For'] = address;
  return client;
}

/** A service that checks answers: what it was asked, and what it says. */
export interface FakeService {
  readonly url: string;
  readonly asked: URLSearchParams[];
  /** The answer to everything; `hang` = none, a text = not JSON, a number = this status. */
  answer: object | 'hang' | string | number;
  close(): Promise<void>;
}

/** Starts a service on a free port. */
export async function fakeService(): Promise<FakeService> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      service.asked.push(new URLSearchParams(body));
      const { answer } = service;
      if (answer === 'hang') return;
      response.statusCode = typeof answer === 'number' ? answer : 200;
      response.end(typeof answer === 'object' ? JSON.stringify(answer) : String(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const service: FakeService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`,
    asked: [],
    answer: { success: true, hostname: '127.0.0.1' },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return service;
}
