import { createAuthManager } from '../../src/auth/manager.ts';
import type { Provider } from '../../src/auth/provider.ts';
import { createProviders } from '../../src/providers/registry.ts';
import { createTestServer, type TestServer, type TestServerOptions } from '../../src/testing/index.ts';

/** Accounts of the tests of this folder. */
export const FIXTURES = {
  users: [
    { name: 'Admin', password: 'Adm1n-Passw0rd-Pe3r', groups: ['sysop', 'bureaucrat'] },
    {
      name: 'Alice',
      password: 'Al1ce-Wonder-Pw',
      email: 'alice@example.org',
      botPasswords: [{ appId: 'reader', password: 'a1a1a1a1b2b2b2b2c3c3c3c3d4d4d4d4', grants: ['basic'] }],
    },
    { name: 'Carol', password: 'Car0l-NoMail-Pw' },
    { name: 'Twin One', password: 'Tw1n-One-Password', email: 'twins@example.org' },
    { name: 'Twin Two', password: 'Tw1n-Two-Password', email: 'twins@example.org' },
    { name: 'Evan', password: 'Ev4n-Blocked-Pw', block: { reason: 'No', by: 'Admin' } },
  ],
};

/** A server in the dialect of the documentation, which is the default. */
export const documented = (options: TestServerOptions = {}): Promise<TestServer> =>
  createTestServer({ fixtures: FIXTURES, ...options });

/** Lets further providers take part, as those of an operator do. */
export function addProviders(server: TestServer, ...providers: readonly Provider[]): void {
  const { services } = server;
  const manager = createAuthManager(services, [...createProviders(services.config), ...providers]);
  Object.defineProperty(services, 'auth', { value: manager });
}

/** The code of a failed answer: of the error, or of a flow. */
export function codeOf(answer: Record<string, unknown>): string | undefined {
  const { error, ...rest } = answer as { error?: { code: string } };
  if (error) return error.code;
  const [first] = Object.values(rest) as { messagecode?: string; status?: string; result?: string }[];
  return first?.messagecode ?? first?.status ?? first?.result;
}
