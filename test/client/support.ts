import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Api, type ApiOptions } from '../../src/client/index.ts';
import { createTestServer, type TestServer, type TestServerOptions } from '../../src/testing/index.ts';

/** The account that the tests sign in to. */
export const alice = { name: 'Alice', password: 'Al1ce-Wonder-Pw' };

/** Its bot password. */
export const bot = { name: 'Alice@reader', password: 'a1a1a1a1b2b2b2b2c3c3c3c3d4d4d4d4' };

/** A server that knows Alice. */
export const startServer = (options: TestServerOptions = {}): Promise<TestServer> =>
  createTestServer({
    fixtures: {
      users: [
        {
          ...alice,
          email: 'alice@example.org',
          emailConfirmed: true,
          botPasswords: [{ appId: 'reader', password: bot.password, grants: ['basic', 'editmyoptions'] }],
        },
      ],
    },
    ...options,
  });

/** A client with cookies of its own. */
export const clientOf = (url: string, options: ApiOptions = {}): Api =>
  new Api({ cookies: true, ...options, ajax: { url, ...options.ajax } });

/** Address of a server that answers what the test says, for as long as the test runs. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/w/api.php`;
}

/** What `fail` handlers are called with. */
export const failureOf = (promise: { fail(handler: (...args: unknown[]) => void): unknown }): Promise<unknown[]> =>
  new Promise((resolve) => {
    promise.fail((...args) => resolve(args));
  });
