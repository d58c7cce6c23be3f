import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { ConfigInput } from '../../src/config/index.ts';
import { type ApiClient, createTestServer, type TestServer } from '../../src/testing/index.ts';

export const RETURN = 'http://127.0.0.1:9/back';
export type Answer = Record<string, unknown> & { requests?: { id: string }[] };

/** A port that is free at this moment: the provider must know the address of the site before the site starts. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export interface OidcSetup {
  readonly server: TestServer;
  readonly issuer: string;
  readonly provider: ChildProcess;
  /** Kills the provider and starts it anew at the same address, with another key. */
  restartProvider(): Promise<void>;
  /** Sets what the provider does next. */
  control(settings: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

/** Starts a real provider in another process and a server that knows it. */
export async function startOidc(config: ConfigInput = {}): Promise<OidcSetup> {
  const port = await freePort();
  const script = fileURLToPath(new URL('./provider-process.mjs', import.meta.url));
  const redirect = `http://127.0.0.1:${port}/wiki/Special:OpenIDConnectReturn`;
  const start = async (at: string): Promise<{ child: ChildProcess; issuer: string }> => {
    const child = spawn(process.execPath, [script, redirect, at], { stdio: ['ignore', 'pipe', 'ignore'] });
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))));
    return { child, ...(JSON.parse(line) as { issuer: string }) };
  };
  let { child, issuer } = await start('0');
  const server = await createTestServer({
    port,
    fixtures: { users: [{ name: 'Grace', password: 'Gr4ce-Password-1' }] },
    log: { debug() {}, info() {}, warn() {}, error: (fields, text) => console.error(text, fields) },
    config: {
      ...config,
      oidc: {
        timeoutMs: 1000,
        providers: [
          { id: 'example', name: 'Example', issuer, clientId: 'latchkey', clientSecret: 'a-secret-of-the-tests' },
        ],
        ...config.oidc,
      },
    },
    clock: 'system',
  });
  return {
    server,
    issuer,
    get provider() {
      return child;
    },
    async restartProvider() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      ({ child, issuer } = await start(new URL(issuer).port));
    },
    async control(settings) {
      await fetch(`${issuer}/control?${new URLSearchParams(settings)}`);
    },
    async close() {
      child.kill('SIGKILL');
      await server.close();
    },
  };
}

/** Walks a browser from an address through redirects until it leaves for the client's return address. */
export async function browse(start: string): Promise<URL> {
  const jars = new Map<string, Map<string, string>>();
  let at = new URL(start);
  for (let hop = 0; hop < 12; hop++) {
    if (at.href.startsWith(RETURN)) return at;
    const jar = jars.get(at.host) ?? new Map<string, string>();
    jars.set(at.host, jar);
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { Cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] as string).split(/=(.*)/s);
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${response.status} at ${at}: ${(await response.text()).slice(0, 300)}`);
    at = new URL(location, at);
  }
  throw new Error('too many redirects');
}

/** Begins a flow with the provider's button; the answer under its name. */
export async function begin(client: ApiClient, flow: 'login' | 'create', more: Record<string, string> = {}) {
  const action = flow === 'login' ? 'clientlogin' : 'createaccount';
  const token = await client.token(flow === 'login' ? 'login' : 'createaccount');
  const params = { action, [`${flow}returnurl`]: RETURN, [`${flow}token`]: token, 'oidc-example': '1', ...more };
  const answer = await client.post(params);
  return { token, answer: answer[action] as Answer, error: answer.error as { code: string } | undefined };
}

/** Goes on with what the browser brought back. */
export async function goOn(client: ApiClient, flow: 'login' | 'create', token: string, back: Record<string, string>) {
  const action = flow === 'login' ? 'clientlogin' : 'createaccount';
  const answer = await client.post({ action, [`${flow}continue`]: true, [`${flow}token`]: token, ...back });
  return answer[action] as Answer;
}

/** `code` and `state` of a return address. */
export const brought = (url: URL): Record<string, string> => Object.fromEntries(url.searchParams);
