import { expect, test } from 'vitest';
import { accountNames, loggedNames, passwordOf, place, type ServerProcess } from './support.ts';

const ROUNDS = 20;
const STREAMS = 6;

/** Creates accounts one after the other until the server is gone; tells of each one before and after. */
async function createUntilGone(server: ServerProcess, names: Iterator<string>, tell: Tell): Promise<void> {
  try {
    for (;;) {
      const name = names.next().value as string;
      tell.asked(name);
      const { createaccount } = await server.client().createAccount(name, passwordOf(name));
      if ((createaccount as { status?: string } | undefined)?.status !== 'PASS') throw new Refused(name);
      tell.acknowledged(name);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
  }
}

interface Tell {
  asked(name: string): void;
  acknowledged(name: string): void;
}

class Refused extends Error {}

function* numbered(round: number): Generator<string> {
  for (let number = 1; ; number++) yield `Round ${round} number ${number}`;
}

async function expectWhole(
  server: ServerProcess,
  asked: ReadonlySet<string>,
  acknowledged: ReadonlySet<string>,
): Promise<void> {
  const reader = server.client();
  const there = (await accountNames(reader)).filter((name) => name.startsWith('Round '));
  const missing = [...acknowledged].filter((name) => !there.includes(name));
  expect(missing, 'acknowledged accounts that are gone').toEqual([]);
  expect(
    there.filter((name) => !asked.has(name)),
    'accounts that nobody asked for',
  ).toEqual([]);
  const logged = (await loggedNames(reader)).filter((name) => name.startsWith('Round '));
  expect(logged.sort(), 'accounts in the log').toEqual(there.sort());
}

async function expectSignIn(server: ServerProcess, names: readonly string[]): Promise<void> {
  const statuses = await Promise.all(
    names.map(async (name) => (await server.client().clientLogin(name, passwordOf(name))).status),
  );
  expect(names.filter((_, index) => statuses[index] !== 'PASS')).toEqual([]);
}

test('a server killed while it creates accounts loses none that it acknowledged and leaves no half one', {
  timeout: 120_000,
}, async () => {
  const where = place();
  const asked = new Set<string>();
  const acknowledged = new Set<string>();
  const signedIn = new Set<string>();
  const tell: Tell = { asked: (name) => asked.add(name), acknowledged: (name) => acknowledged.add(name) };

  for (let round = 1; round <= ROUNDS; round++) {
    const server = await where.start();
    await expectWhole(server, asked, acknowledged);
    const fresh = (await accountNames(server.client())).filter((name) => asked.has(name) && !signedIn.has(name));
    await expectSignIn(server, fresh);
    for (const name of fresh) signedIn.add(name);

    const before = acknowledged.size;
    const names = numbered(round);
    const streams = Array.from({ length: STREAMS }, () => createUntilGone(server, names, tell));
    // The kill comes while requests run, each round at another moment of the stream.
    while (acknowledged.size < before + 1 + round) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(await server.end('SIGKILL')).toBeNull();
    await Promise.all(streams);
  }

  const last = await where.start();
  await expectWhole(last, asked, acknowledged);
  const all = (await accountNames(last.client())).filter((name) => asked.has(name));
  await expectSignIn(
    last,
    all.filter((name) => !signedIn.has(name)),
  );
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS);
  expect(await last.end('SIGTERM')).toBe(0);
});
