import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestServer } from '../../src/testing/index.ts';
import { alice, bot, startServer, texts } from './accounts.ts';
import { needsModule, runProgram } from './programs.ts';

let server: TestServer;
beforeAll(async () => {
  await needsModule('python', 'mwclient', 'python3-mwclient');
  server = await startServer();
});
afterAll(() => server?.close());

const run = (name: string, password: string) => runProgram('python', 'mwclient_session.py', server.api, name, password);

it('signs in with a bot password and out', async () => {
  expect(await run(bot.name, bot.password)).toMatchObject({
    before: false,
    name: 'Alice',
    groups: ['*', 'user', 'autoconfirmed'],
    rights: expect.arrayContaining(['read']),
    namespace: 'User',
    token: expect.stringMatching(/^[0-9a-f]{40,}\+\\$/),
    refused: { code: 'badtoken', text: texts.badToken },
    'signed out': {},
    after: false,
  });
});

it('reports a wrong password', async () => {
  expect((await run(bot.name, 'z'.repeat(32))).error).toEqual({
    class: 'LoginError',
    code: 'Failed',
    text: texts.wrongPassword,
  });
});

it('signs in with the password of the account', async () => {
  expect(await run(alice.name, alice.password)).toMatchObject({ name: 'Alice', after: false });
});

it('starts on a private wiki, and signs in there', async () => {
  const closed = await startServer({ config: { groups: { private: true } } });
  try {
    const said = runProgram('python', 'mwclient_private.py', closed.api, bot.name, bot.password);
    expect(await said).toEqual({ started: false, name: 'Alice' });
  } finally {
    await closed.close();
  }
});
