import messages from '../../src/i18n/messages/en.json' with { type: 'json' };
import { createTestServer, type TestServer, type TestServerOptions } from '../../src/testing/index.ts';

/** The account that clients sign in to. */
export const alice = { name: 'Alice', password: 'Al1ce-Wonder-Pw' };

/** A bot password of Alice. */
export const bot = { name: 'Alice@reader', password: 'a1a1a1a1b2b2b2b2c3c3c3c3d4d4d4d4' };

/** What clients show of a wrong password and of a bad token. */
export const texts = { wrongPassword: messages.wrongpassword, badToken: messages['apierror-badtoken'] };

/** A server that knows Alice. */
export const startServer = (options: TestServerOptions = {}): Promise<TestServer> =>
  createTestServer({
    fixtures: {
      users: [
        {
          ...alice,
          email: 'alice@example.org',
          emailConfirmed: true,
          botPasswords: [{ appId: 'reader', password: bot.password, grants: ['basic'] }],
        },
      ],
    },
    ...options,
  });
