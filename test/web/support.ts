import { afterAll, beforeAll, beforeEach } from 'vitest';
import { decodeBase32 } from '../../src/base/base32.ts';
import type { ConfigInput } from '../../src/config/index.ts';
import { codeOf, stepAt } from '../../src/providers/totp/code.ts';
import { createTestServer, type Fixtures, type TestServer } from '../../src/testing/index.ts';

export const PASSWORD = 'correct-horse-battery';
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** Alice has a password, Dora a second factor too. */
export const fixtures: Fixtures = {
  users: [
    { name: 'Alice', password: PASSWORD, email: 'alice@example.org', emailConfirmed: true },
    { name: 'Dora', password: PASSWORD, totp: { secret: SECRET, scratchTokens: ['QRSTUVWXYZ234567'] } },
    { name: 'Sam', password: PASSWORD, groups: ['sysop'] },
  ],
};

/** A server for all tests of a file, as new for each. */
export function useServer(config: ConfigInput = {}): () => TestServer {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer({ fixtures, config });
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());
  return () => server;
}

/** The code that Dora's app shows. */
export const totpCode = (server: TestServer, secret = SECRET): string =>
  codeOf(decodeBase32(secret) as Uint8Array, stepAt(server.clock.now()));
