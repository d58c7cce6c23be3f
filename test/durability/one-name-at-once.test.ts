import { expect, test } from 'vitest';
import { accountNames, loggedNames, passwordOf, place } from './support.ts';

const AT_ONCE = 50;

test('fifty simultaneous creations of one name make one account', async () => {
  const server = await place().start();
  const clients = Array.from({ length: AT_ONCE }, () => server.client());
  const tokens = await Promise.all(clients.map((client) => client.token('createaccount')));
  const answers = await Promise.all(
    clients.map((client, index) =>
      client.post({
        action: 'createaccount',
        username: 'Same Name',
        password: passwordOf(String(index)),
        retype: passwordOf(String(index)),
        createreturnurl: 'http://example.org/',
        createtoken: tokens[index],
      }),
    ),
  );
  const results = answers.map(({ createaccount }) => createaccount as { status: string; messagecode?: string });
  const winner = results.findIndex(({ status }) => status === 'PASS');
  expect(results.filter(({ status }) => status === 'PASS')).toHaveLength(1);
  expect(results.filter(({ status, messagecode }) => status === 'FAIL' && messagecode === 'userexists')).toHaveLength(
    AT_ONCE - 1,
  );

  const reader = server.client();
  expect((await accountNames(reader)).filter((name) => name === 'Same Name')).toHaveLength(1);
  expect((await loggedNames(reader)).filter((name) => name === 'Same Name')).toHaveLength(1);
  // The account has the password of the one that was told so, and no other.
  for (const [index] of clients.entries()) {
    const { status } = await server.client().clientLogin('Same Name', passwordOf(String(index)));
    expect(status).toBe(index === winner ? 'PASS' : 'FAIL');
  }
  expect(await server.end('SIGTERM')).toBe(0);
});
