import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, clientOf, startServer } from './support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

test('an account is created in two requests with handlers', async () => {
  const api = clientOf(server.api);
  const answer = await new Promise((resolve, reject) => {
    api
      .get({ action: 'query', meta: 'tokens', type: 'createaccount', format: 'json' })
      .done((data) => {
        const form = { username: 'Newcomer', password: 'S0me-Longer-One', retype: 'S0me-Longer-One' };
        const createreturnurl = `http:${new URL(server.url).origin}`;
        const createtoken = data.query?.tokens?.createaccounttoken;
        api
          .post({ action: 'createaccount', ...form, createreturnurl, createtoken, format: 'json' })
          .done(resolve)
          .fail(reject);
      })
      .fail(reject);
  });
  expect(answer).toEqual({ createaccount: { status: 'PASS', username: 'Newcomer' } });
  expect((await api.login('Newcomer', 'S0me-Longer-One')).login?.result).toBe('Success');
});

test('a password is reset with a token', async () => {
  const api = clientOf(server.api);
  const data = await api.postWithToken('csrf', { action: 'resetpassword', user: alice.name, format: 'json' });
  expect(data).toEqual({ resetpassword: { status: 'success' } });
  await server.settled();
  expect(server.mailbox.messages).toHaveLength(1);
});

test('a password is judged', async () => {
  const params = { action: 'validatepassword', password: 'S0me-Longer-One', user: 'Newcomer', token: 'any' } as const;
  expect(await clientOf(server.api).post(params)).toMatchObject({ validatepassword: { validity: 'Good' } });
});
