import { tmpdir } from 'node:os';
import type { Logger, Services } from '../auth/services.ts';
import { type ConfigInput, createConfig } from '../config/index.ts';
import type { Fixtures } from '../fixtures.ts';
import { createMailbox, type Mailbox } from '../mail/index.ts';
import { solutionOf } from '../providers/captcha/solution.ts';
import { startServer } from '../server.ts';
import { cookieNames } from '../sessions/index.ts';
import { ApiClient } from './api-client.ts';
import { createTestClock, runningClock, type TestClock } from './clock.ts';

/** What {@link createTestServer} can be told. */
export interface TestServerOptions {
  /** Accounts to begin with: a fixture file or its contents. Default: none. */
  readonly fixtures?: string | Fixtures;
  readonly fixturesProfile?: string;
  /** Options as in a configuration file, over the defaults and {@link TEST_CONFIG}. */
  readonly config?: ConfigInput;
  /** Default: stands still at the present time. `system`: goes with the machine's clock (other servers take part). */
  readonly clock?: TestClock | 'system';
  /** Default: any free one. */
  readonly port?: number;
  /** Where the operator's log goes. Default: errors to the console. */
  readonly log?: Logger;
}

/** A server for tests: everything in memory, on a free port of the loopback. */
export interface TestServer {
  readonly url: string;
  /** Address of the Action API. */
  readonly api: string;
  readonly clock: TestClock;
  /** All mail that was sent. Call `settled()` first when the mail is sent behind the answer. */
  readonly mailbox: Mailbox;
  readonly services: Services;
  /** A right answer to the CAPTCHA of this id that the client was asked; null when there is none (any more). */
  captchaAnswer(client: ApiClient, id: string): string | null;
  /** A client with a cookie jar of its own. */
  client(): ApiClient;
  /** Waits for work behind answers: mails, renewed hashes. */
  settled(): Promise<void>;
  /** Back to the state right after the start: accounts, sessions, throttles, mail. The clock stays. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** What test servers change about the defaults: a cheap hash, and no throttle that a test could meet by surprise. */
export const TEST_CONFIG: ConfigInput = {
  passwords: { format: 'pbkdf2', pbkdf2: { rounds: 1 } },
  throttles: {
    signIn: { perPair: [], perAddress: [], perAccount: [] },
    botSignIn: { perPair: [] },
    secondFactor: { perAccount: [] },
    accountCreation: { perAddress: [] },
    passwordReset: { perAddress: [], resendHours: 0 },
  },
};

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base: Tree, over: Tree): Tree {
  const out = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = out[key];
    out[key] = isTree(before) && isTree(value) ? merge(before, value) : value;
  }
  return out;
}

const errorsOnly: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (fields, text) => console.error(text, fields),
};

/**
 * Starts a server for tests.
 *
 * @throws ConfigError, or Error that names a wrong fixture.
 */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const clock = options.clock === 'system' ? runningClock() : (options.clock ?? createTestClock());
  const mailbox = createMailbox();
  const server = await startServer({
    config: createConfig(merge(TEST_CONFIG as Tree, (options.config ?? {}) as Tree) as ConfigInput),
    dataDir: tmpdir(),
    memory: true,
    fixtures: options.fixtures ?? {},
    fixturesProfile: options.fixturesProfile,
    port: options.port ?? 0,
    log: options.log ?? errorsOnly,
    clock,
    mailTransport: mailbox,
  });
  const { services, settled } = server.composition;
  const restore = server.storage.snapshot?.();
  const quiet = async (): Promise<void> => {
    await settled();
    await services.mailer.flush();
  };
  return {
    url: server.url,
    api: server.api,
    clock,
    mailbox,
    services,
    captchaAnswer(client, id) {
      const session = client.cookies.get(cookieNames(services.config.sessions.cookiePrefix).session) ?? null;
      return solutionOf({ services, now: clock.now(), session: { id: session, bind: () => session ?? '' } }, id);
    },
    client: () => new ApiClient(`${server.listening}${server.composition.services.config.http.scriptPath}/api.php`),
    settled: quiet,
    async reset() {
      await quiet();
      restore?.();
      mailbox.clear();
      // What was read in this turn of the event loop may still be looked at in it.
      await new Promise((resolve) => setImmediate(resolve));
    },
    close: server.close,
  };
}
