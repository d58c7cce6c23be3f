import { expect, test } from 'vitest';
import { passwordOf, place, type ServerProcess } from './support.ts';

const RUNNING = 8;
/** So many rounds of pbkdf2 that a request is still being worked on when the signal comes. */
const SLOW = 200_000;

/** How many hashes the server computes or has waiting. */
async function hashWork({ origin }: ServerProcess): Promise<number> {
  const figures = await (await fetch(`${origin}/metrics`)).text();
  const read = (name: string): number => Number(new RegExp(`^latchkey_${name} (\\d+)`, 'm').exec(figures)?.[1] ?? 0);
  return read('hash_running') + read('hash_queued');
}

test('a server that is asked to stop answers what runs, loses none of it, and ends with code 0', async () => {
  const where = place(SLOW);
  const server = await where.start();
  const names = Array.from({ length: RUNNING }, (_, index) => `Drained ${index}`);
  const clients = names.map(() => server.client());
  const tokens = await Promise.all(clients.map((client) => client.token('createaccount')));
  const answers = names.map((username, index) =>
    clients[index]!.post({
      action: 'createaccount',
      username,
      password: passwordOf(username),
      retype: passwordOf(username),
      createreturnurl: 'http://example.org/',
      createtoken: tokens[index],
    }),
  );
  while ((await hashWork(server)) < RUNNING / 2) await new Promise((resolve) => setTimeout(resolve, 5));
  const ended = server.end('SIGTERM');
  const statuses = (await Promise.all(answers)).map(
    ({ createaccount }) => (createaccount as { status: string } | undefined)?.status,
  );
  expect(statuses).toEqual(names.map(() => 'PASS'));
  expect(await ended).toBe(0);
  await expect(server.client().whoami()).rejects.toThrow();

  const next = await where.start();
  for (const name of names) {
    expect((await next.client().clientLogin(name, passwordOf(name))).status).toBe('PASS');
  }
  expect(await next.end('SIGTERM')).toBe(0);
});
