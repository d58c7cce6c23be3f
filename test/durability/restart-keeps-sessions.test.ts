import { expect, test } from 'vitest';
import type { ApiClient } from '../../src/testing/index.ts';
import { passwordOf, place, type ServerProcess } from './support.ts';

/** The same browser at another address. */
function moved(client: ApiClient, server: ServerProcess): ApiClient {
  const next = server.client();
  for (const [name, value] of client.cookies) next.cookies.set(name, value);
  return next;
}

test.each(['SIGTERM', 'SIGKILL'] as const)('a restart after %s signs nobody out', async (signal) => {
  const where = place();
  const first = await where.start();
  const client = first.client();
  await client.createAccount('Stays', passwordOf('Stays'));
  expect((await client.clientLogin('Stays', passwordOf('Stays'))).status).toBe('PASS');
  const token = await client.token();
  await first.end(signal);

  const second = await where.start();
  const later = moved(client, second);
  expect(await later.whoami()).toMatchObject({ name: 'Stays' });
  // Tokens given before are good as well.
  const { checktoken } = await later.get({ action: 'checktoken', type: 'csrf', token });
  expect(checktoken).toMatchObject({ result: 'valid' });
  expect(await second.end('SIGTERM')).toBe(0);
});

test('a sign-in begun before a restart can be ended after it', async () => {
  const where = place();
  const first = await where.start();
  const visitor = first.client();
  await visitor.createAccount('Begins', passwordOf('Begins'));
  const logintoken = await visitor.token('login');
  await first.end('SIGTERM');

  const second = await where.start();
  const answer = await moved(visitor, second).post({
    action: 'clientlogin',
    username: 'Begins',
    password: passwordOf('Begins'),
    loginreturnurl: 'http://example.org/',
    logintoken,
  });
  expect(answer.clientlogin).toMatchObject({ status: 'PASS' });
  expect(await second.end('SIGTERM')).toBe(0);
});
